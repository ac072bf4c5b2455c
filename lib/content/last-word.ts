/**
 * Says one thing at a time; of what comes meanwhile only the last is said after it. A page that changes faster than
 * the background can write neither piles up messages nor leaves it with an old one.
 */
export function lastWord<T>(say: (word: T) => Promise<unknown>, signal: AbortSignal): (word: T) => void {
  let next: { word: T } | undefined;
  let isSaying = false;
  const goOn = async () => {
    isSaying = true;
    for (let now = next; now && !signal.aborted; now = next) {
      next = undefined;
      await say(now.word).catch(() => undefined);
    }
    isSaying = false;
  };
  return (word) => {
    next = { word };
    if (!isSaying) void goOn();
  };
}
