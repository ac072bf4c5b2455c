import { describe, expect, it } from 'vitest';
import { lastWord } from '../../../lib/content/last-word';

/** A listener who answers when a test says so. */
function slowListener() {
  const heard: number[] = [];
  const answers: ((fails?: boolean) => void)[] = [];
  const say = (word: number) =>
    new Promise<void>((resolve, reject) => {
      heard.push(word);
      answers.push((fails) => (fails ? reject(new Error('gone')) : resolve()));
    });
  const answer = async (fails = false) => {
    answers.shift()!(fails);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { heard, say, answer };
}

describe('what is said faster than it is heard', () => {
  it('is said one at a time, and of the rest only the last', async () => {
    const { heard, say, answer } = slowListener();
    const speak = lastWord(say, new AbortController().signal);
    for (const word of [1, 2, 3, 4]) speak(word);
    expect(heard).toEqual([1]);
    await answer();
    expect(heard).toEqual([1, 4]);
    await answer();
    speak(5);
    expect(heard).toEqual([1, 4, 5]);
  });

  it('goes on after something that was not heard', async () => {
    const { heard, say, answer } = slowListener();
    const speak = lastWord(say, new AbortController().signal);
    speak(1);
    speak(2);
    await answer(true);
    expect(heard).toEqual([1, 2]);
  });

  it('is dropped when there is nothing to say any more', async () => {
    const { heard, say, answer } = slowListener();
    const over = new AbortController();
    const speak = lastWord(say, over.signal);
    speak(1);
    speak(2);
    over.abort();
    await answer();
    expect(heard).toEqual([1]);
  });
});
