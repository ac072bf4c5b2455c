/** A message that may not pass. Who sent it learns that, and nothing else. */
export class Refused extends Error {
  override name = 'Refused';
}
