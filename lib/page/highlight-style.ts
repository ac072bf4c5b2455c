import { ENTITY_KINDS, type EntityKind } from '../model/record';

export type UnderlineStyle = 'solid' | 'dotted' | 'dashed' | 'double' | 'wavy';
export type Scheme = 'light' | 'dark';

/** How one category is underlined; colours are `#rrggbb`, one for each scheme. */
export interface CategoryStyle {
  light: string;
  dark: string;
  line: UnderlineStyle;
}

export interface HighlightStyle {
  categories: Record<EntityKind, CategoryStyle>;
  tint: boolean;
}

/** The design's categories: told apart by colour and by style of line. */
export const DEFAULT_STYLE: HighlightStyle = {
  categories: {
    actor: { light: '#bb3a0a', dark: '#ff8a5c', line: 'solid' },
    agency: { light: '#1d62c6', dark: '#5ea3ff', line: 'dotted' },
    incident: { light: '#4f1d57', dark: '#ecd3f5', line: 'dashed' },
  },
  tint: true,
};

/** Names under which the ranges are registered in `CSS.highlights`. */
export const highlightName = (kind: EntityKind, faint: boolean) => `attribution-lens-${kind}${faint ? '-faint' : ''}`;
export const FLASH_NAME = 'attribution-lens-flash';
export const HIGHLIGHT_NAMES: readonly string[] = [
  ...ENTITY_KINDS.flatMap((kind) => [highlightName(kind, false), highlightName(kind, true)]),
  FLASH_NAME,
];

/** Share of the category's colour behind the words, as in the design tokens. */
const TINT: Record<Scheme, number> = { light: 9, dark: 16 };
const FAINT: Record<EntityKind, number> = { actor: 75, agency: 75, incident: 60 };

/** The rules for `::highlight()`. In forced colours the underline style alone carries the category. */
export function highlightCss(style: HighlightStyle, scheme: Scheme): string {
  const rules = ENTITY_KINDS.map((kind) => {
    const { line, [scheme]: color } = style.categories[kind];
    const tint = style.tint ? `background-color: color-mix(in srgb, ${color} ${TINT[scheme]}%, transparent);` : '';
    const faint = `color-mix(in srgb, ${color} ${FAINT[kind]}%, transparent)`;
    return `::highlight(${highlightName(kind, false)}) { text-decoration: underline ${line} 2px ${color}; ${tint} }
::highlight(${highlightName(kind, true)}) { text-decoration: underline ${line} 1px ${faint}; }`;
  });
  const flash = ENTITY_KINDS.map((kind) => style.categories[kind][scheme])[0];
  const forced = ENTITY_KINDS.map(
    (
      kind,
    ) => `::highlight(${highlightName(kind, false)}) { text-decoration-color: CanvasText; background-color: transparent; }
::highlight(${highlightName(kind, true)}) { text-decoration-color: GrayText; }`,
  );
  return `${rules.join('\n')}
::highlight(${FLASH_NAME}) { background-color: color-mix(in srgb, ${flash} 34%, transparent); }
@media (forced-colors: active) {
${forced.join('\n')}
::highlight(${FLASH_NAME}) { background-color: Highlight; color: HighlightText; }
}`;
}

/**
 * Whether text on the page stands on a dark ground. Measured, since pages often look other than the
 * scheme they declare: the first opaque background from the body outwards, else the canvas.
 */
export function schemeOf(page: Document): Scheme {
  for (const element of [page.body, page.documentElement]) {
    const luminance = element && luminanceOf(getComputedStyle(element).backgroundColor);
    if (luminance !== undefined && luminance !== null) return luminance < 0.3 ? 'dark' : 'light';
  }
  const declared = getComputedStyle(page.documentElement).colorScheme;
  const dark =
    /\bdark\b/.test(declared) && (!/\blight\b/.test(declared) || matchMedia('(prefers-color-scheme: dark)').matches);
  return dark ? 'dark' : 'light';
}

/** Relative luminance (WCAG 2) of a computed `rgb()`; `undefined` where it is mostly transparent. */
function luminanceOf(color: string): number | undefined {
  const numbers = color.match(/[\d.]+/g)?.map(Number);
  if (!color.startsWith('rgb') || !numbers || numbers.length < 3 || (numbers[3] ?? 1) < 0.5) return undefined;
  const [r, g, b] = numbers.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
