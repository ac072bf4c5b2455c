import parts from './parts.css?inline';
import tokens from './tokens.css?inline';

/** Root font size that the design's `rem` lengths assume. */
const REM = 16;

/** The card's style sheet with `rem` as px: in a page, `rem` is the page's, which may be anything. */
export const CARD_CSS = `${tokens}\n${parts}`.replace(
  /(\d*\.?\d+)rem\b/g,
  (_, length: string) => `${Number(length) * REM}px`,
);
