/**
 * One process of a long run: `run.ts SUITE COUNT SEED`. After each portion a line of JSON; who started it takes
 * silence for a text that makes matching go on for ever.
 */
import { SUITES } from './suites.ts';

const PORTION = 5_000;

const [name, count, seed] = process.argv.slice(2);
const suite = await SUITES[name!]!.load();
for (let tried = 0; tried < Number(count); tried += PORTION) {
  const outcome = await suite(Math.min(PORTION, Number(count) - tried), Number(seed) + tried);
  console.log(JSON.stringify(outcome));
}
