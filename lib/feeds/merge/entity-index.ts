import { fold } from '../../matching/fold';
import { WideMap } from '../../matching/wide-map';
import { ENTITY_KINDS, type Entity, type EntityKind, kindOf } from '../../model/record';
import { keysOf, upstreamOf } from './keys';

/** Who bears a name: `exact` where it is the record's name, or an alias that covers just what the record covers. */
interface Bearer {
  id: string;
  isExact: boolean;
  isMainName: boolean;
}

/** The entities merged so far, by everything that an entity of the next feed may be recognised by. */
export class EntityIndex {
  readonly #entities = new WideMap<Entity>();
  readonly #byKey = new WideMap<Set<string>>();
  readonly #keys = new WideMap<Set<string>>();
  readonly #bearers = new WideMap<Bearer[]>();

  get(id: string): Entity | undefined {
    return this.#entities.get(id);
  }

  all(): Iterable<Entity> {
    return this.#entities.values();
  }

  /**
   * @param keys what the feed knows it by, besides its record
   * @param asCore whether its aliases identify it too: a feed's word on who is whose alias binds no other feed
   */
  add(entity: Entity, keys: readonly string[], asCore: boolean): void {
    this.#entities.set(entity.id, entity);
    this.addKeys(entity.id, [...keysOf(entity, fold), ...keys]);
    const kind = kindOf(entity.id);
    this.#bear(kind, entity.name, { id: entity.id, isExact: true, isMainName: true });
    if (!asCore) return;
    for (const { text, relation } of entity.aliases)
      this.#bear(kind, text, {
        id: entity.id,
        isExact: relation === 'exact' || relation === 'former-name',
        isMainName: false,
      });
  }

  addKeys(id: string, keys: readonly string[]): void {
    for (const key of keys) {
      addTo(this.#byKey, key, id);
      addTo(this.#keys, id, key);
    }
  }

  replace(entity: Entity): void {
    this.#entities.set(entity.id, entity);
  }

  /** Ids of everything that bears the name, in any relation. */
  bearersOf(kind: EntityKind, name: string): readonly Bearer[] {
    return this.#bearers.get(`${kind}|${fold(name)}`) ?? [];
  }

  /** Whether anything of whatever kind bears the name. */
  isBorne(name: string): boolean {
    const spelling = fold(name);
    return ENTITY_KINDS.some((kind) => this.#bearers.has(`${kind}|${spelling}`));
  }

  /**
   * The entity that this one is, if it is one of these: by id or stable id, else by exact identity: its main
   * name is the name, or an exact alias, of one entity and of no other, and no stable id speaks against it.
   * `'several'` where a stable id stands on several records: its facts were shared out by hand.
   */
  identify(entity: Entity, feedKeys: readonly string[]): string | 'several' | undefined {
    if (this.#entities.has(entity.id)) return entity.id;
    const kind = kindOf(entity.id);
    const keys = [...new Set([...keysOf(entity, fold), ...feedKeys])];
    if (keys.length) {
      const known = new Set(keys.flatMap((key) => [...(this.#byKey.get(key) ?? [])]));
      const alike = [...known].filter((id) => id.startsWith(`${kind}:`));
      if (alike.length) return alike.length === 1 ? alike[0]! : 'several';
    }
    const bearers = this.bearersOf(kind, entity.name);
    if (!bearers.length) return undefined;
    const ids = new Set(bearers.map(({ id }) => id));
    const named = bearers.find(({ isExact }) => isExact);
    if (ids.size !== 1 || !named || this.#speaksAgainst(named.id, keys)) return undefined;
    return named.id;
  }

  #speaksAgainst(id: string, keys: readonly string[]): boolean {
    const upstreams = new Set([...(this.#keys.get(id) ?? [])].map(upstreamOf));
    return keys.some((key) => upstreams.has(upstreamOf(key)));
  }

  #bear(kind: EntityKind, name: string, bearer: Bearer): void {
    const spelling = `${kind}|${fold(name)}`;
    const known = this.#bearers.get(spelling);
    if (known) known.push(bearer);
    else this.#bearers.set(spelling, [bearer]);
  }
}

function addTo(sets: WideMap<Set<string>>, key: string, item: string): void {
  const known = sets.get(key);
  if (known) known.add(item);
  else sets.set(key, new Set([item]));
}
