import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentMatcher } from '../../../lib/matching/document';
import { smallIndex } from '../../fixtures/name-index';

const index = smallIndex();

/** "GC → apt31" for every mention of a page whose flows are these texts. */
function readings(flows: readonly string[]): string[] {
  const matcher = new DocumentMatcher(index);
  for (const [i, text] of flows.entries()) matcher.put(i, text);
  return matcher
    .mentions()
    .flatMap(({ flow, mentions }) =>
      mentions.map(
        ({ start, end, entities }) =>
          `${flows[flow]!.slice(start, end)} → ${entities.map((id) => id.slice(6)).join('/')}`,
      ),
    );
}
const added = (text: string) =>
  readings([text]).filter((one) => !/^(?:APT31|Lazarus Group|Sofacy|Zirconium) /.test(one));

describe('a name that the page gives to a group', () => {
  it.each([
    ['Lazarus Group (LG) struck. LG again.', ['LG → lazarus', 'LG → lazarus'], 'its initials in brackets'],
    ['Lazarus Group (DPRK) struck. DPRK again.', [], 'other letters in brackets'],
    ['APT31 (also known as Violet Fog) struck.', ['Violet Fog → apt31'], 'also known as'],
    ['APT31, aka Violet Fog, struck.', ['Violet Fog → apt31'], 'aka'],
    ['APT31, which we call Violet Fog, struck.', ['Violet Fog → apt31'], 'which we call'],
    ['APT31, tracked by Foo Labs as Violet Fog, struck.', ['Violet Fog → apt31'], 'tracked by somebody as'],
    ['Violet Fog, also known as APT31, struck.', ['Violet Fog → apt31'], 'before the known name'],
    ['the Violet Fog group (aka Zirconium, APT31).', ['Violet Fog → apt31'], 'before a list of known names'],
    [
      'APT31 (also known as Violet Fog, TAG-70, and Zirconium)',
      ['Violet Fog → apt31', 'TAG-70 → apt31'],
      'a list in brackets',
    ],
    ['APT31, also known as Violet Fog, Microsoft said.', ['Violet Fog → apt31'], 'and a vendor that speaks'],
    ['APT31, also known as Violet Fog, Foo Labs said.', ['Violet Fog → apt31'], 'and somebody else who speaks'],
    ['APT31, also known as Violet Fog leaders, met.', [], 'of which the phrase goes on'],
    ['APT31 malware, also known as Violet Fog, spread.', [], 'that is its program’s'],
    ['APT31’s tool Foo, also known as Violet Fog.', [], 'that is its tool’s'],
    ['APT31, also known as Lazarus Group.', [], 'that is another group’s'],
    ['APT31 and Lazarus Group, also known as Violet Fog.', ['Violet Fog → lazarus'], 'the nearer of two'],
    ['APT31 called Violet Fog.', [], 'in a verb without a comma'],
    ['APT31, also known as China, struck.', [], 'that is a country'],
    ['APT31, also known as Ransomware.', [], 'that is a word of the subject'],
    ['a hacking group called Violet Fog struck.', [], 'of a group that nobody knows'],
    [
      'APT31, also known as Jumper. Jumper fell. The Jumper group. Jumper Cable.',
      ['Jumper → apt31', 'Jumper → apt31'],
      'where only the name explains the capital',
    ],
  ])('%j adds %j: %s', (text, expected) => {
    expect(added(text)).toEqual(expected);
  });

  it('holds in passages before and after, in whatever order they come', () => {
    const flows = ['Hackers of Violet Fog struck.', 'APT31, also known as Violet Fog.', 'Violet Fog hackers again.'];
    const expected = ['Violet Fog → apt31', 'APT31 → apt31', 'Violet Fog → apt31', 'Violet Fog → apt31'];
    expect(readings(flows)).toEqual(expected);
    const matcher = new DocumentMatcher(index);
    matcher.put(0, flows[0]!);
    expect(matcher.changes().flatMap(({ mentions }) => mentions)).toEqual([]);
    matcher.put(1, flows[1]!);
    expect(matcher.changes().map(({ flow, mentions }) => [flow, mentions.length])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    matcher.drop(1);
    expect(matcher.changes()).toEqual([{ flow: 0, mentions: [] }]);
  });

  it('is nobody’s where the page gives it to two', () => {
    const flows = ['APT31, also known as Violet Fog.', 'Lazarus Group, also known as Violet Fog.'];
    expect(readings(flows)).toEqual(['APT31 → apt31', 'Lazarus Group → lazarus']);
  });

  it('says which passage gave it', () => {
    const matcher = new DocumentMatcher(index);
    matcher.put(0, 'APT31 (also known as Violet Fog) struck.');
    expect(matcher.mentions()[0]!.mentions[1]!.reason).toEqual({
      rule: 'same-entity',
      evidence: ['APT31 (also known as Violet Fog'],
    });
  });

  it('depends on the set of passages only', () => {
    const passages = [
      'Hackers of Violet Fog struck.',
      'APT31, also known as Violet Fog.',
      'Lazarus Group (LG) stole.',
      'LG malware',
      'Lazarus Group, aka Violet Fog.',
      'nothing here',
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(passages.map((_, i) => i)), fc.boolean(), (order, askBetween) => {
        const streamed = new DocumentMatcher(index);
        for (const flow of order) {
          streamed.put(flow, passages[flow]!);
          if (askBetween) streamed.changes();
        }
        const whole = new DocumentMatcher(index);
        for (const flow of [...order].sort()) whole.put(flow, passages[flow]!);
        expect(streamed.mentions()).toEqual(whole.mentions());
      }),
    );
  });
});

describe('a known name inside another that the page puts in quotation marks', () => {
  it('is not meant there', () => {
    expect(readings(['“Sad Lazarus Group” hacks. Lazarus Group too.', 'Sad Lazarus Group hackers.'])).toEqual([
      'Lazarus Group → lazarus',
    ]);
  });
});

describe('a doubtful name beside a sure one', () => {
  it.each([
    ['Hackers of APT31 and Silence stole data.', ['APT31 → apt31', 'Silence → silence'], 'in a list'],
    ['APT31 and Silence Please.', ['APT31 → apt31'], 'that is part of another name'],
    ['judgment panda. APT31 hackers.', ['judgment panda → apt31', 'APT31 → apt31'], 'in small letters'],
  ])('%j is read as %j: %s', (text, expected) => {
    expect(readings([text])).toEqual(expected);
  });
});
