import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { annotateDocument, entityDirectory } from '../../lib/cli/annotate-document';
import { plainTextFlows } from '../../lib/cli/plain-text';
import { idFrom } from '../../lib/cli/text-document';
import type { NameIndex } from '../../lib/matching/name-index';

/** One figure of a labelled corpus, in per cent or false marks per 1,000 words. */
export interface Measure {
  name: string;
  value: number;
}

export interface CorpusReport {
  corpus: string;
  texts: number;
  measures: Measure[];
  /** Words most often marked wrongly, and missed, with how often. */
  falseMarks: [words: string, times: number][];
  missed: [words: string, times: number][];
}

interface Gold {
  id: string;
  text: string;
  spans?: unknown[];
}

interface Kind {
  overlap: { precision: number | null; recall: number | null };
  exact: { precision: number | null; recall: number | null };
  precisionAdj: number;
  topMissed: [string, number][];
  topFP: [string, number][];
}

/** What the corpora's own scorer, `score.mjs` beside them, exports. */
interface Scorer {
  score(
    gold: Gold[],
    predicted: unknown[],
  ): {
    kinds: Record<string, Kind>;
    linking: { lenientAccuracyOnMatched: number | null } | null;
  };
  negatives(
    texts: Gold[],
    predicted: unknown[],
  ): {
    words: number;
    kinds: Record<string, { fp: number; per1000: number; articlesHitPct: number; top: [string, number][] }>;
  };
}

/**
 * Measures every `.jsonl` of a folder of labelled texts with the scorer that lies beside them; a file without a
 * single label counts as text in which nothing is to be marked.
 *
 * @throws Error where the folder or its scorer is missing.
 */
export async function measureCorpora(folder: string, index: NameIndex): Promise<CorpusReport[]> {
  const scorerAt = join(resolve(folder), 'score.mjs');
  if (!existsSync(scorerAt)) throw new Error(`${folder} holds no score.mjs; give a folder of labelled corpora.`);
  const scorer = (await import(pathToFileURL(scorerAt).href)) as Scorer;
  const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
  return files.sort().map((file) => {
    const gold = readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Gold);
    const corpus = file.replace('.jsonl', '');
    return gold.some((one) => one.spans?.length)
      ? labelled(corpus, gold, scorer.score(gold, predictions(gold, index)))
      : ordinary(corpus, gold, scorer.negatives(gold, predictions(gold, index)));
  });
}

function predictions(gold: readonly Gold[], index: NameIndex) {
  const entities = entityDirectory(index);
  return gold.map(({ id, text }) => ({
    id,
    spans: annotateDocument({ id: idFrom(id), text, flows: plainTextFlows(text) }, index, entities, false),
  }));
}

function labelled(corpus: string, gold: readonly Gold[], result: ReturnType<Scorer['score']>): CorpusReport {
  const measures: Measure[] = [];
  const add = (name: string, value: number | null | undefined) => {
    if (value !== null && value !== undefined) measures.push({ name, value: 100 * value });
  };
  for (const [kind, figures] of Object.entries(result.kinds)) {
    if (figures.overlap.precision !== null) {
      add(`${kind}: precision`, figures.exact.precision);
      add(`${kind}: precision, adjusted`, figures.precisionAdj);
    }
    add(`${kind}: recall`, figures.exact.recall);
    add(`${kind}: recall, overlap`, figures.overlap.recall);
  }
  add('linking, lenient', result.linking?.lenientAccuracyOnMatched);
  const kinds = Object.values(result.kinds);
  return {
    corpus,
    texts: gold.length,
    measures,
    falseMarks: kinds.flatMap((kind) => kind.topFP.slice(0, 12)),
    missed: kinds.flatMap((kind) => kind.topMissed.slice(0, 12)),
  };
}

function ordinary(corpus: string, gold: readonly Gold[], result: ReturnType<Scorer['negatives']>): CorpusReport {
  const kinds = Object.entries(result.kinds);
  return {
    corpus,
    texts: gold.length,
    measures: kinds.flatMap(([kind, { per1000, articlesHitPct }]) => [
      { name: `${kind}: false marks per 1,000 words`, value: per1000 },
      { name: `${kind}: texts hit`, value: articlesHitPct },
    ]),
    falseMarks: kinds.flatMap(([, { top }]) => top.slice(0, 12)),
    missed: [],
  };
}
