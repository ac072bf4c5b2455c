import type { Json, PageScript } from './driver.ts';

/** esbuild (tsx) wraps named functions in a call of `__name`, which does not exist in the browser. */
const NAME_SHIM = 'const __name = (value) => value;';

/** The script with its arguments as one expression. Nothing of it clashes with the page's names. */
export function sourceOf<T, A extends Json[]>(script: PageScript<T, A>, args: Json[]): string {
  return typeof script === 'string' ? script : `(() => { ${NAME_SHIM} return (${script})(...${literal(args)}); })()`;
}

/** A function expression that takes the first argument from its caller and has the others bound. */
export function partialSourceOf<F extends (...args: never[]) => unknown>(script: F, args: Json[]): string {
  return `((first) => { ${NAME_SHIM} return (${script})(first, ...${literal(args)}); })`;
}

/** The start of a script, for messages. */
export function excerptOf(script: unknown): string {
  const source = String(script).replaceAll(/\s+/g, ' ');
  return source.length > 120 ? `${source.slice(0, 120)}…` : source;
}

function literal(args: Json[]): string {
  return JSON.stringify(args);
}
