import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileNames } from '../../../lib/dataset/compile-names';
import { compileIndex, compileInSteps } from '../../../lib/matching/compile';
import { fold } from '../../../lib/matching/fold';
import { hashToken } from '../../../lib/matching/hash';
import { HEADER_BYTES, readHeader } from '../../../lib/matching/index-layout';
import { openIndex } from '../../../lib/matching/name-index';
import { scan } from '../../../lib/matching/scan';
import { indexOf, plainNames } from '../../fixtures/name-index';
import { smallDataset } from '../../fixtures/small-dataset';
import { words } from '../../fixtures/words';

/** Pseudo-random words of 3 to 9 letters, the same in each run (xorshift, Marsaglia 2003). */
function* coinedWords(): Generator<string> {
  let x = 2463534242;
  const next = () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return x >>> 0;
  };
  for (;;) yield Array.from({ length: 3 + (next() % 7) }, () => String.fromCharCode(97 + (next() % 26))).join('');
}

function take(count: number, from: Iterator<string>): string[] {
  return Array.from({ length: count }, () => from.next().value as string);
}

describe('compileIndex', () => {
  it('gives the same bytes for the same names', () => {
    const build = () => new Uint8Array(compileNames(smallDataset(), '1', words, []).index);
    expect(build()).toEqual(build());
  });

  it.each([
    ['APT31', 'plain'],
    ['NoName057(16)', 'with signs'],
    ['海莲花', 'in another script'],
    ['Comité “x”', 'with signs beyond Latin-1'],
  ])('keeps %s as written: %s', (written) => {
    const index = indexOf([written]);
    expect(index.claims(0)).toEqual([{ subject: 0, isSignal: false, class: 'unique', demand: 0, written }]);
    expect(index.spelling(0)).toBe(fold(written));
  });

  it('holds names that fold alike as one name with several claims', () => {
    const index = indexOf(['STRONTIUM', 'Strontium', 'APT-28', 'APT28']);
    expect(index.nameCount).toBe(2);
    expect(index.claims(0).map((claim) => claim.written)).toEqual(['STRONTIUM', 'Strontium']);
    const [apt28] = scan('apt 28', index);
    expect(index.claims(apt28!.name).map((claim) => claim.subject)).toEqual([2, 3]);
  });

  it.each([[''], [' '], ['–'], ['\u00ad']])('refuses %j, which has nothing to match', (written) => {
    expect(() => indexOf([written])).toThrow(RangeError);
  });

  it('compiles no names at all', () => {
    expect(scan('APT31', indexOf([]))).toEqual([]);
  });

  it('compiles in steps to the same bytes, many steps for many names', () => {
    const input = plainNames(take(3000, coinedWords()));
    const work = compileInSteps(...input);
    let steps = 0;
    let step = work.next();
    for (; !step.done; step = work.next()) steps++;
    expect(steps).toBeGreaterThan(30);
    expect(new Uint8Array(step.value)).toEqual(new Uint8Array(compileIndex(...input)));
  });

  it('finds each of 50,000 names, and as itself', () => {
    const coined = coinedWords();
    const names = [...new Set(take(60_000, coined))]
      .slice(0, 50_000)
      .map((word, i) => (i % 3 ? word : `${word} ${i % 97}`));
    const index = indexOf(names);
    const found = scan(names.join(' , '), index).map(({ name }) => index.claims(name)[0]!.written);
    expect(found).toEqual(names);
  });

  it('tells names apart whose hashes are equal', () => {
    const byHash = new Map<number, string>();
    const twins: [string, string][] = [];
    for (const word of coinedWords()) {
      const hash = hashToken(word);
      const other = byHash.get(hash);
      if (other && other !== word) twins.push([other, word]);
      byHash.set(hash, word);
      if (twins.length === 3) break;
    }
    for (const [one, other] of twins) {
      expect(scan(`${one} ${other}`, indexOf([one])).map(({ start }) => start)).toEqual([0]);
      const both = indexOf([one, other, `${one} 7`, `${other} 8`]);
      const text = `${other} 8, ${one}, ${other}, ${one} 7, ${one} 8`;
      expect(scan(text, both).map(({ name }) => both.claims(name)[0]!.written)).toEqual([
        `${other} 8`,
        one,
        other,
        `${one} 7`,
        one,
      ]);
    }
  });
});

describe('openIndex', () => {
  const buffer = compileIndex(...plainNames(['APT31', 'Fancy Bear', 'Lazarus', 'Lazarus Group', '海莲花']));
  const text = 'APT31, Fancy Bear, Lazarus Group, 海莲花';

  it('refuses a buffer cut at any word', () => {
    for (let bytes = 0; bytes < buffer.byteLength; bytes += 4)
      expect(() => openIndex(buffer.slice(0, bytes)), `${bytes} bytes`).toThrow(RangeError);
  });

  it('refuses random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(() => openIndex(Uint8Array.from(bytes).buffer)).toThrow(RangeError);
      }),
    );
  });

  it('refuses random bytes behind a true magic number', () => {
    const header = new Uint8Array(buffer, 0, 4);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: HEADER_BYTES, maxLength: 400 }), (bytes) => {
        const forged = Uint8Array.from(bytes);
        forged.set(header);
        expect(() => openIndex(forged.buffer)).toThrow(RangeError);
      }),
    );
  });

  it('refuses a damaged buffer, or scans with it without a fault or a loop', () => {
    const words = buffer.byteLength / 4;
    const damage = fc.array(
      fc.tuple(
        fc.oneof(fc.nat(HEADER_BYTES / 4 - 1), fc.nat(words - 1)),
        fc.oneof(fc.nat(600), fc.nat(0xffffffff), fc.constant(0xffffffff)),
      ),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(damage, (changes) => {
        const forged = buffer.slice(0);
        for (const [at, value] of changes) new Uint32Array(forged)[at] = value;
        let index: ReturnType<typeof openIndex>;
        try {
          index = openIndex(forged);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        for (const { name } of scan(text, index)) index.claims(name);
      }),
      { numRuns: 2000 },
    );
  });

  it('tells of each entity what was compiled, whichever is asked first', () => {
    const [names, meta] = plainNames(['APT31', 'Fancy Bear', '海莲花']);
    const rich = { ...meta.entities[1]!, country: 'RU', links: [0], attack: 'G0007', years: [2016, 2018] };
    const { entities } = openIndex(compileIndex(names, { ...meta, entities: meta.entities.with(1, rich) })).meta;
    expect(entities[1]).toEqual(rich);
    expect(entities[1]).toBe(entities[1]);
    expect(entities[3]).toBeUndefined();
    expect(entities.map(({ name }) => name)).toEqual(['APT31', 'Fancy Bear', '海莲花']);
  });

  it('says so when a damaged entity is asked for', () => {
    const forged = buffer.slice(0);
    const { entityRowsAt } = readHeader(forged);
    new Uint8Array(forged)[entityRowsAt] = 0x7b;
    expect(() => openIndex(forged).meta.entities[0]).toThrow(RangeError);
  });

  it('refuses a hash table without an empty place, in which a search would never end', () => {
    const forged = buffer.slice(0);
    const { tableAt, slots } = readHeader(forged);
    new Uint32Array(forged, tableAt, slots * 2).fill(1);
    expect(() => openIndex(forged)).toThrow(RangeError);
  });
});
