import { describe, expect, it } from 'vitest';
import { type Sense, senseOf } from '../../../lib/matching/program-sense';

/** `[X]` is the name asked about, `{Y}` a program. */
function read(marked: string): Sense | undefined {
  const others: { start: number; end: number }[] = [];
  let text = '';
  let asked = { start: 0, end: 0 };
  for (const [piece] of marked.matchAll(/\[[^\]]+\]|\{[^}]+\}|[^[{]+/g)) {
    const bare = piece.replace(/^[[{]|[\]}]$/g, '');
    const span = { start: text.length, end: text.length + bare.length };
    if (piece.startsWith('[')) asked = span;
    if (piece.startsWith('{')) others.push(span);
    text += bare;
  }
  return senseOf(text, asked.start, asked.end, others);
}

describe('a name that a group shares with its program', () => {
  it.each<[string, Sense | undefined]>([
    ['the [REvil] gang exploited a flaw', 'group'],
    ['[LockBit]’s leak site went dark', 'group'],
    ['[Qilin] has claimed the attack', 'group'],
    ['the [Akira] ransomware group said', 'group'],
    ['[Trickbot] operators', 'group'],
    ['members of the [Conti]', 'group'],
    ['an attack attributed to [Turla]', 'group'],
    ['the gang “[Hive]”', 'group'],
    ['the [REvil] payload is a portable executable', 'program'],
    ['[Egregor] ransomware was found', 'program'],
    ['deployed the [Conti] encryptor', 'program'],
    ['they deployed [Conti]', 'program'],
    ['machines infected with [Ryuk]', 'program'],
    ['a variant of [REvil]', 'program'],
    ['banking trojans: [Trickbot]', 'program'],
    ['malware such as [Trickbot]', 'program'],
    ['used by [Trickbot] and {BazarLoader}', 'program'],
    ['{WannaCry}, [GandCrab] and others', 'program'],
    ['both ([GandCrab], {WannaCry})', 'program'],
    ['[Turla] installed {Kazuar} there', undefined],
    ['compromised by both groups. On those systems, [Gamaredon] deployed its tools', undefined],
    ['[LockBit] is back', undefined],
  ])('%j means the %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
