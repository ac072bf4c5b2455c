import { countryName } from '../../model/country';
import type { Common } from './frame';
import { type StixObject, stixId } from './object';

/** Countries and organisations that events name and the dataset holds no record of, made when first referred to. */
export class Parties {
  readonly #common: Common;
  readonly #made = new Map<string, StixObject>();

  constructor(common: Common) {
    this.#common = common;
  }

  /** A country or bloc as a body that accuses or is accused. */
  government(code: string): string {
    return this.#put('identity', `government:${code}`, { name: countryName(code), identity_class: 'organization' });
  }

  organisation(name: string): string {
    return this.#put('identity', `organisation:${name}`, { name, identity_class: 'organization' });
  }

  /** A country as a place, which accuses nobody. */
  territory(code: string): string {
    return this.#put('location', `territory:${code}`, { name: countryName(code), country: code });
  }

  objects(): StixObject[] {
    return [...this.#made.values()];
  }

  #put(type: string, key: string, properties: object): string {
    const id = stixId(type, key);
    if (!this.#made.has(id)) this.#made.set(id, { type, id, ...this.#common, ...properties });
    return id;
  }
}
