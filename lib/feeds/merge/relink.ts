import type { Entity } from '../../model/record';

/** Says where a link leads in the merged dataset; `undefined` where nothing is on file. */
export type Resolve = (id: string) => string | undefined;

/** The entity with its links led to what they mean in the merged dataset; links to nothing are taken out. */
export function relink<T extends Entity>(entity: T, resolve: Resolve): T {
  const { parent, successor, partOf, notToConfuse, origin, victims, ...rest } = entity as Links & T;
  const others = notToConfuse?.flatMap((id) => resolve(id) ?? []);
  return {
    ...rest,
    ...linked('parent', parent, resolve),
    ...linked('successor', successor, resolve),
    ...linked('partOf', partOf, resolve),
    ...(others?.length ? { notToConfuse: others } : {}),
    ...(origin ? { origin: { country: origin.country, ...linked('agency', origin.agency, resolve) } } : {}),
    ...(victims
      ? { victims: victims.map(({ agency, ...victim }) => ({ ...victim, ...linked('agency', agency, resolve) })) }
      : {}),
  } as unknown as T;
}

interface Links {
  parent?: string;
  successor?: string;
  partOf?: string;
  notToConfuse?: string[];
  origin?: { country: string; agency?: string };
  victims?: { agency?: string; name?: string; country?: string }[];
}

export function linked(name: string, id: string | undefined, resolve: Resolve): Record<string, string> {
  const target = id === undefined ? undefined : resolve(id);
  return target === undefined ? {} : { [name]: target };
}
