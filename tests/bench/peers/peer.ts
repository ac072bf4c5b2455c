/** Another way to find names in a text. What is built once is not timed. */
export interface Peer {
  name: string;
  /** Returns a search that gives the number of places found. */
  prepare(names: readonly string[]): (text: string) => number;
}
