import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENTITY_KINDS, type EntityKind } from '../../../lib/model/record';
import { DEFAULT_STYLE } from '../../../lib/page/highlight-style';
import { ciede2000, difference, type Linear, linearOf, VISIONS } from '../../fixtures/colour-difference';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const CSS = readFileSync(join(ROOT, 'lib', 'ui', 'tokens.css'), 'utf8');
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** WCAG 2.2: text; lines and the edges of controls. */
const TEXT = 4.5;
const LINE = 3;
/** Less than this, and two thin lines side by side look alike. CIEDE2000. */
const APART = 15;
/** Shares of the category's colour in the tint behind a name and in the line of an uncertain one, as in `tokens.css`. */
const TINT = { light: 0.09, dark: 0.16 };
const FAINT: Record<EntityKind, number> = { actor: 0.75, agency: 0.75, incident: 0.6 };

/** A token's colour, as written: `--ink: light-dark(#14181d, #eef0f2)`. */
function token(name: string, theme: Theme): string {
  const [, light, dark] = CSS.match(new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`)) ?? [];
  const color = theme === 'light' ? light : dark;
  if (!color) throw new Error(`tokens.css has no --${name}`);
  return color;
}

type Bytes = readonly [number, number, number];
const bytes = (hex: string): Bytes =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Bytes;
/** `color-mix(in srgb, front share, transparent)` on a ground. */
const mixed = (front: string, ground: string, share: number): string =>
  `#${bytes(front)
    .map((c, i) => Math.round(c * share + bytes(ground)[i]! * (1 - share)))
    .map((c) => c.toString(16).padStart(2, '0'))
    .join('')}`;
const luminance = ([r, g, b]: Linear) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(linearOf(a)), luminance(linearOf(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const GROUNDS = ['bg', 'bg-2', 'bg-3'];

describe.each(THEMES)('%s theme', (theme) => {
  const color = (name: string) => token(name, theme);

  test.each(['ink', 'ink-2', 'ink-3', 'ok', 'warn', 'bad'])('text in --%s can be read on every ground', (name) => {
    for (const ground of GROUNDS) expect(contrast(color(name), color(ground)), ground).toBeGreaterThanOrEqual(TEXT);
  });

  test('the edges of controls can be seen', () => {
    expect(contrast(color('edge'), color('bg'))).toBeGreaterThanOrEqual(LINE);
  });

  test.each(ENTITY_KINDS)('the line of an %s can be seen, sure or faint, and words on its tint can be read', (kind) => {
    const [ground, own] = [color('bg'), color(kind)];
    const tinted = mixed(own, ground, TINT[theme]);
    expect(contrast(own, ground)).toBeGreaterThanOrEqual(LINE);
    expect(contrast(own, tinted)).toBeGreaterThanOrEqual(LINE);
    expect(contrast(mixed(own, ground, FAINT[kind]), ground)).toBeGreaterThanOrEqual(LINE);
    expect(contrast(color('ink'), tinted)).toBeGreaterThanOrEqual(TEXT);
  });

  test.each(VISIONS)('no two categories look alike with %s vision', (vision) => {
    for (const [a, b] of PAIRS)
      expect(difference(linearOf(color(a)), linearOf(color(b)), vision), `${a}, ${b}`).toBeGreaterThanOrEqual(APART);
  });

  test.each(ENTITY_KINDS)('pages underline an %s in the colour of the design', (kind) => {
    expect(DEFAULT_STYLE.categories[kind][theme]).toBe(color(kind));
  });
});

const PAIRS: readonly [EntityKind, EntityKind][] = [
  ['actor', 'agency'],
  ['actor', 'incident'],
  ['agency', 'incident'],
];

/** Pairs 1, 4, 7, 13, 17 and 24 of the test data published by Sharma et al. */
test.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
] as [Linear, Linear, number][])('CIEDE2000 of %j and %j is %d', (a, b, expected) => {
  expect(ciede2000(a, b)).toBeCloseTo(expected, 4);
});

test('the figures in docs/design-colours.md are those of today', async () => {
  await expect(figures()).toMatchFileSnapshot(join(ROOT, 'docs', 'design-colours.md'));
});

function figures(): string {
  const table = (head: string[], rows: string[][]) => {
    const wide = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]!.length)));
    const line = (cells: string[]) => `| ${cells.map((cell, i) => cell.padEnd(wide[i]!)).join(' | ')} |`;
    return [line(head), `| ${wide.map((n) => '-'.repeat(n)).join(' | ')} |`, ...rows.map(line)].join('\n');
  };
  /** Cut, not rounded: a figure never claims more than was measured. */
  const figure = (value: number, digits: number) => (Math.floor(value * 10 ** digits) / 10 ** digits).toFixed(digits);
  const both = (measure: (theme: Theme) => number, digits = 2) => THEMES.map((theme) => figure(measure(theme), digits));
  const text = ['ink', 'ink-2', 'ink-3', 'ok', 'warn', 'bad'].map((name) => [
    `\`--${name}\``,
    ...both((theme) => Math.min(...GROUNDS.map((ground) => contrast(token(name, theme), token(ground, theme))))),
  ]);
  const lines = ENTITY_KINDS.flatMap((kind) => [
    [kind, ...both((theme) => contrast(token(kind, theme), token('bg', theme)))],
    [
      `${kind}, on its own tint`,
      ...both((theme) => contrast(token(kind, theme), mixed(token(kind, theme), token('bg', theme), TINT[theme]))),
    ],
    [
      `${kind}, uncertain`,
      ...both((theme) => contrast(mixed(token(kind, theme), token('bg', theme), FAINT[kind]), token('bg', theme))),
    ],
  ]);
  const edge = ['edge of controls', ...both((theme) => contrast(token('edge', theme), token('bg', theme)))];
  const apart = VISIONS.map((vision) => [
    vision,
    ...both(
      (theme) =>
        Math.min(...PAIRS.map(([a, b]) => difference(linearOf(token(a, theme)), linearOf(token(b, theme)), vision))),
      1,
    ),
  ]);
  return `# Colours, measured

Written by \`tests/unit/ui/colours.test.ts\` from \`lib/ui/tokens.css\`; \`npm run test:unit -- -u\` writes it anew. The test
fails where a figure is below what is asked.

Text, on the worst of the three grounds. WCAG 2.2 asks for ${TEXT}.

${table(['text', 'light', 'dark'], text)}

Lines, on the ground of pages of ours. WCAG 2.2 asks for ${LINE}.

${table(['line', 'light', 'dark'], [...lines, edge])}

Least difference of two categories (CIEDE2000), as seen with each kind of colour vision (Machado 2009, full severity).
We ask for ${APART}; beside that the style of the line differs.

${table(['vision', 'light', 'dark'], apart)}
`;
}
