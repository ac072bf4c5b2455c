import type { Scheme } from '../page/highlight-style';
import { numberText } from '../ui/language/formats';

/** Grounds against which a line is measured: a plain page, and the extension's own dark ground. */
export const GROUND: Readonly<Record<Scheme, string>> = { light: '#ffffff', dark: '#1d2126' };

/** WCAG 2.2 asks this of lines and other graphics that carry meaning. */
export const ENOUGH_FOR_LINES = 3;

/** Contrast ratio of two `#rrggbb` colours as WCAG 2 defines it: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** "4.4": cut, not rounded, so that a figure never claims more than was measured. */
export function contrastText(ratio: number): string {
  return numberText(Math.floor(ratio * 10) / 10, 1);
}

function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => linear(Number.parseInt(color.slice(at, at + 2), 16) / 255));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
