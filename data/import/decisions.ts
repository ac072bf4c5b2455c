import * as v from 'valibot';
import { ACTOR_CLASSES } from '../../lib/model/actor';
import { ALIAS_RELATIONS } from '../../lib/model/alias';
import { line } from '../../lib/model/primitives';

const ID = '(?:actor|agency|incident|event|source):[a-z0-9-]+';

/**
 * What a person decided, once, about a row of an upstream or about one field of a record.
 *
 * `about` is a key of the row (`misp:<uuid>`, `attack:G0128`, `auspex:cn/mss/apt31`, `microsoft:Storm-0558`),
 * or a record and what of it: `actor:apt29 alias CozyDuke`, `actor:apt31 origin`.
 * `decision`, on rows: `same as actor:apt29`, `apart` (a record of its own, whatever the names say),
 * `leave out`, and beside these `call it <name>` and `class criminal`; on an alias: `drop` or its relation;
 * on a field: `keep` (the value on file, or none).
 */
const decision = v.strictObject({
  about: v.pipe(
    line(160),
    v.regex(new RegExp(`^(?:(?:misp|attack|auspex|microsoft|ofac|eu|source|event):.+|${ID} .+)$`)),
  ),
  /** Upstream's name for the row, where the key does not say it; for readers of the file only. */
  name: v.optional(line(120)),
  decision: v.pipe(
    line(120),
    v.regex(
      new RegExp(
        `^(?:same as ${ID}|call it .+|class (?:${ACTOR_CLASSES.join('|')})|apart|leave out|drop|keep|${ALIAS_RELATIONS.join('|')})$`,
      ),
    ),
  ),
  reason: line(200),
});
export type Decision = v.InferOutput<typeof decision>;

/** `data/import/decisions.json`. */
export const decisionList = v.strictObject({
  $schema: v.literal('../schema/import-decisions.schema.json'),
  decisions: v.array(decision),
});

type Sort = 'name' | 'class' | 'fate';

function sortOf({ decision: text }: Decision): Sort {
  return text.startsWith('call it ') ? 'name' : text.startsWith('class ') ? 'class' : 'fate';
}

/** Looks decisions up and remembers which were used, so that stale ones can be listed. */
export class Decisions {
  readonly #all = new Map<string, Decision>();
  readonly #used = new Set<string>();

  /** @throws Error on two decisions of one sort about the same thing. */
  constructor(decisions: readonly Decision[]) {
    for (const one of decisions) {
      const key = `${sortOf(one)} ${one.about}`;
      if (this.#all.has(key)) throw new Error(`two decisions about ${one.about}`);
      this.#all.set(key, one);
    }
  }

  /** What is to become of a row with these keys: `same as …`, `apart`, `leave out`. */
  ofRow(keys: readonly string[]): Decision | undefined {
    return this.#find('fate', keys);
  }

  /** The name under which a row is to be filed, where upstream's will not do. */
  nameOf(keys: readonly string[]): string | undefined {
    return this.#find('name', keys)?.decision.slice('call it '.length);
  }

  /** The class of actor, where what upstream says does not tell it. */
  classOf(keys: readonly string[]): (typeof ACTOR_CLASSES)[number] | undefined {
    const found = this.#find('class', keys)?.decision.slice('class '.length);
    return ACTOR_CLASSES.find((one) => one === found);
  }

  ofAlias(id: string, text: string): string | undefined {
    return this.#find('fate', [`${id} alias ${text}`])?.decision;
  }

  keepsField(id: string, field: string): boolean {
    return this.#find('fate', [`${id} ${field}`])?.decision === 'keep';
  }

  unused(): string[] {
    return [...this.#all].filter(([key]) => !this.#used.has(key)).map(([, one]) => `${one.about}: ${one.decision}`);
  }

  #find(sort: Sort, abouts: readonly string[]): Decision | undefined {
    const key = abouts.map((about) => `${sort} ${about}`).find((one) => this.#all.has(one));
    if (key) this.#used.add(key);
    return key ? this.#all.get(key) : undefined;
  }
}
