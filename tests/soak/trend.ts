/** A straight line through what was measured over time. */
export interface Trend {
  first: number;
  last: number;
  /** Per minute, and its standard error. */
  slope: number;
  error: number;
}

/** Least squares over samples taken at `minutes`. */
export function trendOf(minutes: readonly number[], values: readonly number[]): Trend {
  const count = values.length;
  const meanTime = mean(minutes);
  const meanValue = mean(values);
  const spread = sum(minutes.map((minute) => (minute - meanTime) ** 2));
  const slope = sum(minutes.map((minute, i) => (minute - meanTime) * (values[i]! - meanValue))) / spread;
  const rest = sum(minutes.map((minute, i) => (values[i]! - meanValue - slope * (minute - meanTime)) ** 2));
  return { first: values[0]!, last: values.at(-1)!, slope, error: Math.sqrt(rest / Math.max(1, count - 2) / spread) };
}

/** Whether the line rises by more than chance, and by more than matters. */
export function grows({ slope, error }: Trend, matters: number): boolean {
  return slope > 2 * error && slope > matters;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
