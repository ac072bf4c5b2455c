import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/**
 * The section being read. The line that decides moves from the top of the window to its bottom while the
 * page is scrolled from start to end, so that short last sections have their turn as well.
 *
 * @param isReady whether the sections stand on the page yet
 */
export function useCurrentSection(ids: readonly string[], isReady: boolean): [string, (id: string) => void] {
  const [current, setCurrent] = useState(ids[0]!);
  /** The scroll that follows from choosing a section must not choose another: where it led, once it has. */
  const jump = useRef<'pending' | number>(undefined);

  const choose = useCallback((id: string) => {
    jump.current = 'pending';
    setCurrent(id);
  }, []);

  useEffect(() => {
    if (!isReady) return;
    // The browser looked for the address's section before there was one.
    const asked = askedFor(ids);
    if (asked) {
      choose(asked);
      document.getElementById(asked)?.scrollIntoView();
    }
    const turn = () => choose(askedFor(ids) ?? ids[0]!);
    const follow = () => {
      if (jump.current === 'pending') jump.current = scrollY;
      if (jump.current === scrollY) return;
      jump.current = undefined;
      setCurrent(sectionAtLine(ids));
    };
    addEventListener('scroll', follow, { passive: true });
    addEventListener('hashchange', turn);
    return () => {
      removeEventListener('scroll', follow);
      removeEventListener('hashchange', turn);
    };
  }, [ids, isReady, choose]);

  return [current, choose];
}

function askedFor(ids: readonly string[]): string | undefined {
  return ids.find((id) => `#${id}` === location.hash);
}

function sectionAtLine(ids: readonly string[]): string {
  const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
  const line = (scrollTop / Math.max(1, scrollHeight - clientHeight)) * clientHeight;
  const begun = ids.filter((id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) <= line + 1);
  return begun.at(-1) ?? ids[0]!;
}
