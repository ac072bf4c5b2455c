import { type HighlightStyle, highlightCss, type Scheme, schemeOf } from './highlight-style';

/** Rest after a change, so that style sheets that belong to it have come. ms */
const SETTLE = 150;

/**
 * The colours of the marks, by the ground that the page gives its text now: pages turn dark by the reader's system
 * or by an attribute at their root. Asks for a style only once there is something to paint.
 */
export class Palette {
  readonly sheet = new CSSStyleSheet();
  readonly #system = matchMedia('(prefers-color-scheme: dark)');
  readonly #observer = new MutationObserver(() => this.#lookSoon());
  readonly #listening = new AbortController();
  #style: HighlightStyle;
  #scheme: Scheme;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(style: HighlightStyle) {
    this.#style = style;
    this.#scheme = schemeOf(document);
    this.sheet.replaceSync(highlightCss(style, this.#scheme));
    this.#system.addEventListener('change', () => this.#lookSoon(), { signal: this.#listening.signal });
    for (const element of [document.documentElement, document.body])
      if (element) this.#observer.observe(element, { attributes: true });
  }

  restyle(style: HighlightStyle): void {
    this.#style = style;
    this.#scheme = schemeOf(document);
    this.sheet.replaceSync(highlightCss(style, this.#scheme));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
    this.#listening.abort();
  }

  #lookSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (schemeOf(document) !== this.#scheme) this.restyle(this.#style);
    }, SETTLE);
  }
}
