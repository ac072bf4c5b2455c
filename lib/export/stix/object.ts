import { v5 } from 'uuid';

/** A STIX 2.1 object as JSON. */
export interface StixObject {
  type: string;
  id: string;
  [property: string]: unknown;
}

/**
 * Our own namespace, drawn once at random: STIX keeps its own (00abedb4-…) for cyber-observables, and lets
 * other objects have UUIDv5 in any other.
 */
const NAMESPACE = 'e380b263-7152-47f9-ba7f-891f061eda9f';

/** The same key gives the same id, in every export of every version. */
export function stixId(type: string, key: string): string {
  return `${type}--${v5(key, NAMESPACE)}`;
}

/** An object without what is undefined or empty: STIX forbids empty lists. */
export function filled<T extends object>(properties: T): T {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as T;
}
