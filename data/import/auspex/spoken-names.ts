import { fold } from '../../../lib/matching/fold';
import type { Actor } from '../../../lib/model/actor';
import type { Alias } from '../../../lib/model/alias';
import type { OnFile } from '../proposal';
import { type AttributionRow, countryCode, type EventRow, type SourceRow } from './rows';

/** Relations under which a name stands for the group as a whole. */
const WHOLE: ReadonlySet<Alias['relation']> = new Set(['exact', 'former-name', 'persona']);
/** Relations of words that tell of a program or a campaign, not of who was named. */
const NO_NAME: ReadonlySet<Alias['relation']> = new Set(['malware-used-as-name', 'campaign-used-as-name']);
/** The longest names, in tokens of `fold`: `cyber army of russia reborn`. */
const LONGEST = 6;

/** Groups that a text names, with the names: those that bear it as theirs, and those that it only overlaps. */
interface Named {
  whole: Map<string, Set<string>>;
  partly: Map<string, Set<string>>;
}

/**
 * Which group on file an accuser named. AUSPEX files each attribution under the group of its own choice, and
 * under names that came up years later; what the accuser called it is read from the titles of pages and rows:
 *
 * 1. the group under which AUSPEX files it, where page or row name it by a name that is its own;
 * 2. else, where the page names others of that country, or page or row use a name that merely overlaps with it, the
 *    one group that bears the name; none where nobody or several do;
 * 3. where no group is named at all, AUSPEX's, if it says that a group was named, its id is that group's own
 *    name, and some page bore the name by then.
 */
export class SpokenNames {
  readonly #onFile: OnFile;
  readonly #pages: Iterable<SourceRow>;
  #firstNamed: Map<string, string> | undefined;

  constructor(pages: Iterable<SourceRow>, onFile: OnFile) {
    this.#pages = pages;
    this.#onFile = onFile;
  }

  /** @param date day of the statement, at the precision that is known. */
  actorOf(attribution: AttributionRow, row: EventRow, page: SourceRow, date: string): Actor['id'] | undefined {
    const id = attribution.actor_id!;
    const filed = this.#filedUnder(id);
    const inTitle = this.#namedIn(`${page.title ?? ''} | ${page.id.split('/').pop()}`);
    const inRow = this.#namedIn(
      `${row.name ?? ''} | ${row.id.split('/').pop()} | ${attribution.attributing_org ?? ''}`,
    );
    if (filed && inTitle.whole.has(filed)) return filed;
    if (filed && !inTitle.partly.has(filed) && inRow.whole.has(filed)) return filed;
    if (filed && (inTitle.partly.has(filed) || inTitle.whole.size)) {
      const others = [...inTitle.whole.keys()].filter((one) => this.#isOf(one, id));
      if (others.length || inTitle.partly.has(filed)) return only(others);
    }
    const doubtful = filed ? inRow.partly.get(filed) : undefined;
    if (doubtful) return only([...inRow.whole].flatMap(([one, names]) => (overlap(names, doubtful) ? [one] : [])));
    return filed && this.#isLikely(filed, attribution, date) ? (filed as Actor['id']) : undefined;
  }

  /** Where page and row name nobody, AUSPEX is believed as far as it can be right. */
  #isLikely(filed: string, { actor_id, attribution_level }: AttributionRow, date: string): boolean {
    if (!/^named-/.test(attribution_level ?? '') || !WHOLE.has(this.#relation(filed, nameIn(actor_id!)))) return false;
    const first = this.#firstNamedOn(filed);
    return !first || date >= first.slice(0, date.length);
  }

  #filedUnder(id: string): string | undefined {
    const named = this.#bearers(nameIn(id));
    return this.#onFile.byKey('actors', `auspex:${id}`) ?? (named.length === 1 ? named[0] : undefined);
  }

  #bearers(name: string): string[] {
    return this.#onFile.byName('actor', name).filter((actor) => WHOLE.has(this.#relation(actor, name)));
  }

  #relation(actor: string, name: string): Alias['relation'] {
    const record = this.#onFile.get('actors', actor);
    if (!record || fold(record.name) === fold(name)) return 'exact';
    return record.aliases.find(({ text }) => fold(text) === fold(name))?.relation ?? 'overlaps';
  }

  #isOf(actor: string, id: string): boolean {
    return this.#onFile.get('actors', actor)?.origin?.country === countryCode(id.split('/')[0]);
  }

  #namedIn(text: string): Named {
    const tokens = fold(text).split(' ');
    const named: Named = { whole: new Map(), partly: new Map() };
    for (let start = 0; start < tokens.length; start++) {
      for (let end = start + 1; end <= Math.min(start + LONGEST, tokens.length); end++) {
        const name = tokens.slice(start, end).join(' ');
        for (const actor of this.#onFile.byName('actor', name)) {
          const relation = this.#relation(actor, name);
          if (NO_NAME.has(relation)) continue;
          const names = named[WHOLE.has(relation) ? 'whole' : 'partly'];
          names.set(actor, (names.get(actor) ?? new Set()).add(name));
        }
      }
    }
    for (const actor of named.whole.keys()) named.partly.delete(actor);
    return named;
  }

  /** The day of the oldest of AUSPEX's pages that names the group. */
  #firstNamedOn(actor: string): string | undefined {
    if (!this.#firstNamed) {
      this.#firstNamed = new Map();
      for (const { title, id, published_on } of this.#pages) {
        if (!published_on) continue;
        const { whole, partly } = this.#namedIn(`${title ?? ''} | ${id.split('/').pop()}`);
        for (const one of [...whole.keys(), ...partly.keys()]) {
          if (published_on < (this.#firstNamed.get(one) ?? '9')) this.#firstNamed.set(one, published_on);
        }
      }
    }
    return this.#firstNamed.get(actor);
  }
}

function only(actors: readonly string[]): Actor['id'] | undefined {
  return actors.length === 1 ? (actors[0] as Actor['id']) : undefined;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((one) => b.has(one));
}

/** `ru/gru/26165/apt28` → `apt28`. */
function nameIn(id: string): string {
  return id.split('/').at(-1)!.replaceAll('-', ' ');
}
