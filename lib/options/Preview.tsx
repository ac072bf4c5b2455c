import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { ENTITY_KINDS } from '../model/record';
import { highlightCss, highlightName, type Scheme } from '../page/highlight-style';
import type { Settings } from '../settings';
import { type SamplePart, sampleParts } from './sample-text';

/**
 * A sample paragraph, painted by the very rules that pages get, so that what is shown here is what will
 * be seen there. Its ground is that of `scheme`, whatever the reader's own is.
 */
export function Preview({ settings, scheme }: { settings: Settings; scheme: Scheme }) {
  const sample = useMemo(sampleParts, []);
  const paragraph = useRef<HTMLParagraphElement>(null);
  useRules(highlightCss(settings.style, scheme));

  useLayoutEffect(() => {
    const spans = [...paragraph.current!.children];
    for (const kind of ENTITY_KINDS) {
      for (const isFaint of [false, true]) {
        const marked = sample.flatMap((part, i) =>
          part.kind === kind && isFaint === Boolean(part.isUncertain) && isShown(part, settings)
            ? rangeOf(spans[i]!)
            : [],
        );
        CSS.highlights.set(highlightName(kind, isFaint), new Highlight(...marked));
      }
    }
  }, [settings, sample]);

  return (
    <p class="preview" data-theme={scheme} ref={paragraph}>
      {sample.map((part) => (
        <span key={part.id}>{part.text}</span>
      ))}
    </p>
  );
}

function isShown({ kind, isUncertain, isDescribed }: SamplePart, settings: Settings): boolean {
  if (!kind || !settings.categories[kind]) return false;
  return isDescribed ? settings.described : !isUncertain || settings.uncertain === 'faint';
}

function useRules(css: string): void {
  const sheet = useRef<CSSStyleSheet>(undefined);
  useLayoutEffect(() => {
    const own = new CSSStyleSheet();
    sheet.current = own;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, own];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== own);
    };
  }, []);
  useLayoutEffect(() => sheet.current?.replaceSync(css), [css]);
}

function rangeOf(element: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}
