import { describe, expect, test } from 'vitest';
import { coined, coinerOf } from '../../../data/import/coiners';

describe('who coined a name', () => {
  test.each([
    ['Silk Typhoon', 'Microsoft'],
    ['Storm-0558', 'Microsoft'],
    ['DEV-0586', 'Microsoft'],
    ['Wicked Panda', 'CrowdStrike'],
    ['BRONZE EXPORT', 'Secureworks'],
    ['GOLD MANSARD', 'Secureworks'],
    ['IRON VIKING', 'Secureworks'],
    ['COBALT JUNO', 'Secureworks'],
    ['TG-3279', 'Secureworks'],
    ['Threat Group 2889', 'Secureworks'],
    ['APT-C-09', 'Qihoo 360'],
    ['UNC3886', 'Mandiant'],
    ['FIN11', 'Mandiant'],
    ['TEMP.Beanie', 'Mandiant'],
    ['TA4557', 'Proofpoint'],
    ['ITG18', 'IBM'],
    ['Hive0091', 'IBM'],
    ['UAC-0063', 'CERT-UA'],
    ['Earth Kasha', 'Trend Micro'],
    ['Water Galura', 'Trend Micro'],
    ['Void Rabisu', 'Trend Micro'],
    ['ATK103', 'Thales'],
    ['TAG-56', 'Recorded Future'],
    ['BlueDelta', 'Recorded Future'],
    ['RedNovember', 'Recorded Future'],
    ['CL-STA-0969', 'Palo Alto Networks Unit 42'],
    ['Muddled Libra', 'Palo Alto Networks Unit 42'],
    ['UAT-5918', 'Cisco Talos'],
    ['Sticky Werewolf', 'BI.ZONE'],
    ['Red Keres', 'PwC'],
    ['Red Dev 13', 'PwC'],
    ['绿斑', 'Antiy'],
  ])('%s: %s', (name, vendor) => expect(coinerOf(name)).toBe(vendor));

  test.each(['Red Hat', 'RedHotels', 'Blue Heron', 'Black Cube', 'Silver Fox', 'Group 42', 'Lazarus', 'SIGINT'])(
    '%s does not tell',
    (name) => expect(coinerOf(name)).toBeUndefined(),
  );
});

describe('what the form of an alias tells', () => {
  test('leaves what is on file, and names that a group gave itself', () => {
    const aliases = [
      { text: 'Wicked Panda', relation: 'exact' as const, namedBy: ['Somebody'] },
      { text: 'Wicked Bear', relation: 'persona' as const },
    ];
    expect(coined(aliases)).toEqual(aliases);
  });

  test('is until when a scheme was in use, and since when its successor', () => {
    expect(
      coined([
        { text: 'HAFNIUM', relation: 'former-name', namedBy: ['Microsoft'] },
        { text: 'Silk Typhoon', relation: 'exact' },
        { text: 'DEV-0401', relation: 'former-name' },
      ]),
    ).toEqual([
      { text: 'HAFNIUM', relation: 'former-name', namedBy: ['Microsoft'], validTo: '2023-04' },
      { text: 'Silk Typhoon', relation: 'exact', namedBy: ['Microsoft'], validFrom: '2023-04' },
      { text: 'DEV-0401', relation: 'former-name', namedBy: ['Microsoft'], validTo: '2023-04' },
    ]);
  });

  test('is no day for a name that came later, or for capitals of another vendor', () => {
    expect(coined([{ text: 'Void Blizzard', relation: 'exact' }])).toEqual([
      { text: 'Void Blizzard', relation: 'exact', namedBy: ['Microsoft'] },
    ]);
    const zinc = [{ text: 'ALUMINIUM', relation: 'exact' as const, namedBy: ['Dragos'] }];
    expect(coined(zinc)).toEqual(zinc);
  });
});
