/** Words in a row that two texts must share to count as copied; names and titles are shorter. */
const LENGTH = 9;

/** Finds runs of words that a text shares with texts learnt before. */
export class SharedRuns {
  readonly #known = new Map<string, string>();

  learn(text: string, where: string): void {
    for (const run of runsOf(text)) if (!this.#known.has(run)) this.#known.set(run, where);
  }

  find(text: string): { words: string; where: string } | undefined {
    for (const run of runsOf(text)) {
      const where = this.#known.get(run);
      if (where !== undefined) return { words: run, where };
    }
    return undefined;
  }
}

function* runsOf(text: string): Iterable<string> {
  if (/^[a-z+]+:\/\//i.test(text)) return;
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  for (let i = 0; i + LENGTH <= words.length; i++) yield words.slice(i, i + LENGTH).join(' ');
}

/** Every string inside a parsed JSON value. */
export function* stringsOf(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const item of value) yield* stringsOf(item);
  else if (value && typeof value === 'object') for (const item of Object.values(value)) yield* stringsOf(item);
}
