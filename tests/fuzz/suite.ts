/** What a run of a suite has done. */
export interface Outcome {
  /** What was counted: "texts", "messages". */
  of: string;
  count: number;
  /** Further counts worth a column: "mentions", "let through". */
  also: Record<string, number>;
}

/** A property that is tried on so many generated things, from a seed. Throws with the smallest case that fails. */
export type Suite = (count: number, seed: number) => Outcome | Promise<Outcome>;
