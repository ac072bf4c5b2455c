import type { Steps } from './steps';
import { WideMap } from './wide-map';

/** Items between two rests; what is done with one may take 50 µs. */
const AT_A_TIME = 64;

/** Does something with one item after another. The list must not change meanwhile. */
export function* each<T>(items: Iterable<T>, act: (item: T, place: number) => void): Steps<void> {
  let place = 0;
  for (const item of items) {
    if (place % AT_A_TIME === 0) yield;
    act(item, place++);
  }
}

export function* mapped<T, U>(items: Iterable<T>, change: (item: T) => U): Steps<U[]> {
  const all: U[] = [];
  yield* each(items, (item) => all.push(change(item)));
  return all;
}

/** The last of several with one key counts. */
export function* byKey<T>(items: Iterable<T>, keyOf: (item: T) => string): Steps<WideMap<T>> {
  const all = new WideMap<T>();
  yield* each(items, (item) => all.set(keyOf(item), item));
  return all;
}

/** Unlike `push(...items)`, which takes place on the stack for each, this takes as many as there are. */
export function* appendTo<T>(list: T[], items: Iterable<T>): Steps<void> {
  yield* each(items, (item) => list.push(item));
}
