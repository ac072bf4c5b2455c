/** Frames smaller than this hold no prose: counters, buttons, most advertising. CSS px. */
const SMALLEST = { width: 120, height: 60 };

/**
 * Calls back once this frame is large enough to be read; many are not until their content has come. The size is
 * taken as the browser lays the frame out: to ask for it at once would force a layout of the page around, in each of
 * its frames. Returns how to stop waiting.
 */
export function onceReadable(begin: () => void): () => void {
  const waiting = new AbortController();
  const observer = new IntersectionObserver((entries) => look(entries.at(-1)?.rootBounds ?? null), { root: document });
  const stop = () => {
    waiting.abort();
    observer.disconnect();
  };
  const look = (bounds: { width: number; height: number } | null) => {
    if (!bounds || bounds.width < SMALLEST.width || bounds.height < SMALLEST.height) return;
    stop();
    begin();
  };
  observer.observe(document.documentElement);
  addEventListener('resize', () => look({ width: innerWidth, height: innerHeight }), { signal: waiting.signal });
  return stop;
}
