import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentMatcher } from '../../../lib/matching/document';
import { smallIndex } from '../../fixtures/name-index';

const index = smallIndex();

/** "NCSC → gb-ncsc" for every mention of a page whose flows are these texts. */
function readings(flows: readonly string[], host?: string): string[] {
  const matcher = new DocumentMatcher(index, { host });
  for (const [i, text] of flows.entries()) matcher.put(i, text);
  return matcher
    .mentions()
    .flatMap(({ flow, mentions }) =>
      mentions.map(
        ({ start, end, entities }) =>
          `${flows[flow]!.slice(start, end)} → ${entities.map((id) => id.slice(id.indexOf(':') + 1)).join(' / ')}`,
      ),
    );
}

describe('an ordinary word', () => {
  it.each([
    ['the silence fell', [], 'in lower case'],
    ['Silence fell over the city.', [], 'that begins a sentence'],
    ['Mercury rose in the thermometer.', [], 'written unlike the name'],
    ['UPS delivered the parcel.', [], 'that is a company'],
    ['a regiment called the Silence Guards', [], 'that anybody may be called'],
    ['the Silence group, a radical of chemistry', [], 'of a group that is not the subject’s'],
    ['The Mercury of Iran is sold in Iran.', [], 'of its country'],
    ['Play it again. Hackers stole data elsewhere.', [], 'in a text that speaks of hackers further on'],
    ['APT31 broke the silence', ['APT31 → apt31'], 'beside another name'],
    ['the hacking group Silence struck', ['Silence → silence'], 'called a hacking group'],
    ['the hacking group “Silence” struck', ['Silence → silence'], 'called a hacking group, quoted'],
    ['the Silence gang struck', ['Silence → silence'], 'called a gang'],
    ['SILENCE HACKERS STRIKE BANKS', ['SILENCE → silence'], 'in a headline of capitals'],
    ['the Play ransomware gang', ['Play → play'], 'called a ransomware gang'],
    [
      'The Silence gang struck. Hackers of Silence stole data.',
      ['Silence → silence', 'Silence → silence'],
      'once the page calls it a gang',
    ],
    ['The Silence gang struck. “Silence Please” is a song.', ['Silence → silence'], 'inside a longer name'],
    ['MERCURY hackers', ['MERCURY → muddywater'], 'as the name is written'],
    ['Sofacy, tracked as STRONTIUM', ['Sofacy → apt28', 'STRONTIUM → apt28'], 'tied to a sure name'],
  ])('%j is read as %j: %s', (text, expected) => {
    expect(readings([text])).toEqual(expected);
  });
});

describe('an alias', () => {
  it('is followed through a list: three mentions, one entity', () => {
    expect(readings(['APT31 (also known as Zirconium and Judgment Panda) attacked.'])).toEqual([
      'APT31 → apt31',
      'Zirconium → apt31',
      'Judgment Panda → apt31',
    ]);
  });

  it('counts once the entity stands elsewhere on the page under a sure name', () => {
    expect(readings(['Zirconium again.'])).toEqual([]);
    expect(readings(['Zirconium again.', 'APT31 is Chinese.'])).toEqual(['Zirconium → apt31', 'APT31 → apt31']);
  });

  it.each([
    ['JUDGMENT PANDA struck', ['JUDGMENT PANDA → apt31'], 'in a house style of capitals'],
    ['a judgment panda', [], 'in small letters'],
  ])('of ordinary words: %j is read as %j, %s', (text, expected) => {
    expect(readings([text])).toEqual(expected);
  });

  it('of a parent is not the member’s', () => {
    expect(readings(['Lazarus Group and its member Andariel'])).toEqual([
      'Lazarus Group → lazarus',
      'Andariel → andariel',
    ]);
  });
});

describe('a name that several bear', () => {
  it.each<[string[], string | undefined, string, string]>([
    [['The NCSC said so.', 'London and GCHQ.'], undefined, 'NCSC → gb-ncsc', 'by London and GCHQ on the page'],
    [['The NCSC said so.', 'More on gov.uk.'], undefined, 'NCSC → gb-ncsc', 'by a telling address'],
    [['The NCSC said so in Wellington.'], undefined, 'NCSC → nz-ncsc', 'by Wellington near it'],
    [['The NCSC said so.', 'The GCSB agreed.'], undefined, 'NCSC → nz-ncsc', 'by a sister body'],
    [['Dublin. The NCSC said so.'], undefined, 'NCSC → ie-ncsc', 'by Dublin'],
    [
      ['The National Cyber Security Centre in London'],
      undefined,
      'National Cyber Security Centre → gb-ncsc',
      'by its full name and city',
    ],
    [['The NCSC said so.'], undefined, 'NCSC → gb-ncsc / nz-ncsc / ie-ncsc', 'by nothing: left open'],
    [['The NCSC said so.'], 'www.ncsc.govt.nz', 'NCSC → nz-ncsc', 'by a New Zealand host'],
    [['The NCSC said so.'], 'www.gov.uk', 'NCSC → gb-ncsc', 'by a British host'],
    [
      ['The NCSC said so.'],
      'news.example.com',
      'NCSC → gb-ncsc / nz-ncsc / ie-ncsc',
      'by a host of no country: left open',
    ],
    [['China’s MSS is behind it'], undefined, 'MSS → cn-mss', 'by China'],
    [['North Korea’s MSS is behind it'], undefined, 'MSS → kp-mss', 'by North Korea'],
    [
      ['Pyongyang denied it. The Ministry of State Security of the DPRK'],
      undefined,
      'Ministry of State Security → kp-mss',
      'by words for North Korea',
    ],
    [['BIS listed the firm, Washington said'], undefined, 'BIS → us-bis', 'by Washington'],
    [['BIS in Prague warned'], undefined, 'BIS → cz-bis', 'by Prague'],
  ])('%j (host %s) is read as %s: %s', (flows, host, expected) => {
    expect(readings(flows, host)[0]).toBe(expected);
  });

  it('says that it is unresolved, with certainty one half', () => {
    const matcher = new DocumentMatcher(index);
    matcher.put(1, 'The NCSC said so.');
    expect(matcher.mentions()).toEqual([
      {
        flow: 1,
        mentions: [
          expect.objectContaining({
            start: 4,
            end: 8,
            kind: 'agency',
            entities: ['agency:gb-ncsc', 'agency:nz-ncsc', 'agency:ie-ncsc'],
            certainty: 0.5,
            reason: { rule: 'unresolved', evidence: [] },
          }),
        ],
      },
    ]);
  });

  it('is not marked as an acronym of three letters that nothing speaks for', () => {
    expect(readings(['The MSS rose.', 'BIS later.'])).toEqual([]);
  });
});

describe('an incident', () => {
  it.each([
    [
      'the Electoral Commission breach in the UK',
      ['Electoral Commission breach → uk-electoral-commission'],
      'victim and act, with its country',
    ],
    [
      'the UK: hack of the Electoral Commission',
      ['hack of the Electoral Commission → uk-electoral-commission'],
      'act and victim',
    ],
    [
      'the cyberattack on the Electoral Commission, London said',
      ['cyberattack on the Electoral Commission → uk-electoral-commission'],
      'another act and preposition',
    ],
    ['the Electoral Commission breach in Kenya', [], 'another country’s'],
    ['the NotPetya malware', ['NotPetya → notpetya'], 'by a coined name'],
    ['the SolarWinds compromise', ['SolarWinds compromise → solarwinds'], 'by its name'],
    ['SolarWinds sold shares', [], 'not by the victim alone'],
  ])('%j is read as %j: %s', (text, expected) => {
    expect(readings([text])).toEqual(expected);
  });
});

describe('a mention', () => {
  it.each([
    ['APT31 struck', 'distinctive', 0.98],
    ['Fancy Bear struck', 'written-case', 0.98],
  ])('in %j says why: %s', (text, rule, certainty) => {
    const matcher = new DocumentMatcher(index);
    matcher.put(1, text);
    expect(matcher.mentions()[0]!.mentions[0]).toMatchObject({ certainty, reason: { rule } });
  });

  it('that was introduced names the words that did it', () => {
    const matcher = new DocumentMatcher(index);
    matcher.put(1, 'the hacking group Silence');
    expect(matcher.mentions()[0]!.mentions[0]!.reason).toEqual({ rule: 'introduced', evidence: ['hacking group'] });
  });
});

describe('changes', () => {
  const marks = (matcher: DocumentMatcher) =>
    matcher.changes().map(({ flow, mentions }) => [flow, mentions.length, mentions[0]?.entities.length]);

  it('reports an answer once', () => {
    const matcher = new DocumentMatcher(index);
    matcher.put(1, 'APT31');
    matcher.put(2, 'nothing here');
    expect(marks(matcher)).toEqual([[1, 1, 1]]);
    expect(marks(matcher)).toEqual([]);
    matcher.put(3, 'APT28');
    expect(marks(matcher)).toEqual([[3, 1, 1]]);
  });

  it('mends an answer given before the evidence came', () => {
    const matcher = new DocumentMatcher(index);
    matcher.put(1, 'The NCSC said so.');
    expect(marks(matcher)).toEqual([[1, 1, 3]]);
    matcher.put(2, 'From Wellington.');
    expect(marks(matcher)).toEqual([[1, 1, 1]]);
  });

  it('marks a word once the entity is known, and unmarks it once that has gone', () => {
    const matcher = new DocumentMatcher(index);
    matcher.put(1, 'Zirconium');
    expect(marks(matcher)).toEqual([]);
    matcher.put(2, 'APT31');
    expect(marks(matcher)).toEqual([
      [1, 1, 1],
      [2, 1, 1],
    ]);
    matcher.drop(2);
    expect(marks(matcher)).toEqual([[1, 0, undefined]]);
  });

  it('answers anew for a flow that is sent anew', () => {
    const matcher = new DocumentMatcher(index);
    matcher.put(1, 'APT31');
    matcher.changes();
    matcher.put(1, 'APT31');
    expect(marks(matcher)).toEqual([[1, 1, 1]]);
    matcher.put(1, 'gone');
    expect(marks(matcher)).toEqual([[1, 0, undefined]]);
    expect(marks(matcher)).toEqual([]);
  });

  it('says nothing of a flow that was dropped', () => {
    const matcher = new DocumentMatcher(index);
    matcher.put(1, 'APT31');
    matcher.changes();
    matcher.drop(1);
    expect(matcher.changes()).toEqual([]);
    expect(matcher.mentions()).toEqual([]);
  });
});

describe('the order of flows', () => {
  const SENTENCES = [
    'The NCSC said so.',
    'London and GCHQ.',
    'Wellington spoke.',
    'Zirconium again.',
    'APT31 struck.',
    'the hacking group Silence',
    'Silence fell. Malware and ransomware.',
    'MSS of China',
    'Pyongyang and the MSS',
    'The Electoral Commission breach',
    'BIS in Prague',
    'STRONTIUM, Fancy Bear',
    'MERCURY',
    'MuddyWater',
    'GRU officers',
    'NotPetya',
    'nothing',
    'Play',
    'Play ransomware group encrypted servers with malware',
  ];
  const page = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 12 });

  it('changes nothing, nor do the portions in which they come', () => {
    fc.assert(
      fc.property(
        page,
        fc.infiniteStream(fc.nat()),
        fc.constantFrom('', 'x.govt.nz', 'gov.uk'),
        (texts, choices, host) => {
          const inOrder = new DocumentMatcher(index, { host });
          for (const [i, text] of texts.entries()) inOrder.put(i, text);
          const shuffled = new DocumentMatcher(index, { host });
          const rest = [...texts.entries()];
          const answers = new Map<number, unknown>();
          const take = () => {
            for (const { flow, mentions } of shuffled.changes()) answers.set(flow, mentions);
          };
          while (rest.length) {
            const [[i, text]] = rest.splice(choices.next().value % rest.length, 1) as [[number, string]];
            shuffled.put(i, text);
            if (choices.next().value % 3 === 0) take();
          }
          take();
          expect(shuffled.mentions()).toEqual(inOrder.mentions());
          const marked = inOrder.mentions().filter(({ mentions }) => mentions.length);
          for (const { flow, mentions } of marked) expect(answers.get(flow)).toEqual(mentions);
          for (const [flow, mentions] of answers)
            expect(mentions).toEqual(inOrder.mentions().find((one) => one.flow === flow)!.mentions);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('leaves no trace of a flow that came and went', () => {
    fc.assert(
      fc.property(page, page, (texts, guests) => {
        const plain = new DocumentMatcher(index);
        const visited = new DocumentMatcher(index);
        for (const [i, text] of guests.entries()) visited.put(100 + i, text);
        visited.changes();
        for (const [i, text] of texts.entries()) {
          plain.put(i, text);
          visited.put(i, text);
        }
        for (const i of guests.keys()) visited.drop(100 + i);
        expect(visited.mentions()).toEqual(plain.mentions());
      }),
      { numRuns: 200 },
    );
  });

  it('keeps sure names as they are, whatever else the page holds', () => {
    fc.assert(
      fc.property(page, (texts) => {
        const matcher = new DocumentMatcher(index);
        matcher.put(0, 'LAPSUS$ and UNC3886');
        for (const [i, text] of texts.entries()) matcher.put(i + 1, text);
        const [first] = matcher.mentions();
        expect(first!.mentions.map(({ start, entities, certainty }) => [start, entities[0], certainty])).toEqual([
          [0, 'actor:lapsus', 0.98],
          [12, 'actor:unc3886', 0.98],
        ]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a body that any news names', () => {
  const filler = 'The committee met at noon and talked about roads. '.repeat(20);

  it.each([
    ['in a short passage', ['The Ministry of Foreign Affairs of China spoke.'], 1],
    ['on a long page without a word of hacking', ['The Ministry of Foreign Affairs of China spoke.', filler], 0],
    ['on a long page with one', ['The Ministry of Foreign Affairs of China spoke.', filler, 'Malware.'], 1],
    ['on a long page with a group on it', ['The Ministry of Foreign Affairs of China spoke.', filler, 'APT31.'], 2],
    ['that is an intelligence service', ['GCHQ spoke.', filler], 1],
  ])('%s', (_, flows, count) => {
    expect(readings(flows)).toHaveLength(count);
  });

  it('comes and goes with what the page says', () => {
    const matcher = new DocumentMatcher(index);
    matcher.put(0, 'The Ministry of Foreign Affairs of China spoke.');
    expect(matcher.changes()).toHaveLength(1);
    matcher.put(1, filler);
    expect(matcher.changes()).toEqual([{ flow: 0, mentions: [] }]);
    matcher.put(2, 'Malware.');
    expect(matcher.changes()).toHaveLength(1);
    matcher.drop(1);
    matcher.drop(2);
    expect(matcher.changes()).toEqual([]);
  });
});
