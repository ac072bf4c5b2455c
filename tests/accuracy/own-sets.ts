import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotateDocument, entityDirectory, type Span } from '../../lib/cli/annotate-document';
import { plainTextFlows } from '../../lib/cli/plain-text';
import { idFrom } from '../../lib/cli/text-document';
import type { NameIndex } from '../../lib/matching/name-index';

export const OWN_SETS = ['incidents', 'agencies', 'described', 'inflections', 'chinese'] as const;
export type OwnSet = (typeof OWN_SETS)[number];

/** A mention that a reader would make out. Offsets in UTF-16 code units. */
interface Labelled {
  start: number;
  end: number;
  label: string;
  /** Entity id, or "unresolved" where the passage leaves open which of `could` is meant. */
  link: string;
  could?: string;
}

interface Line {
  id: string;
  text: string;
  spans: Labelled[];
  exhaustive: string[];
}

export interface Fault {
  id: string;
  /** The passage, the words in question in ⟦brackets⟧. */
  passage: string;
  what: string;
}

export interface Figures {
  lines: number;
  labelled: number;
  /** Marked, and to the right entity. */
  right: number;
  precision: number;
  recall: number;
  /** Of the mentions found, those that are tied to the right entity. */
  linking: number;
  falseMarks: Fault[];
  missed: Fault[];
  mislinked: Fault[];
}

/** Which part of a set: lines that whoever tunes the matcher reads, or those kept from sight. */
export type Part = 'seen' | 'held';

/** Measures one of the sets in this folder. A mention counts where it overlaps the label. */
export function measureOwnSet(set: OwnSet, part: Part, index: NameIndex): Figures {
  const lines = readLines(set).filter((line) => line.id.endsWith('-held') === (part === 'held'));
  const entities = entityDirectory(index);
  const figures = { lines: lines.length, labelled: 0, right: 0 };
  const falseMarks: Fault[] = [];
  const missed: Fault[] = [];
  const mislinked: Fault[] = [];
  for (const line of lines) {
    const spans = annotateDocument(
      { id: idFrom(line.id), text: line.text, flows: plainTextFlows(line.text) },
      index,
      entities,
      set === 'described',
    );
    const counted = spans.filter((span) => counts(set, span, line));
    const left = new Set(counted);
    figures.labelled += line.spans.length;
    for (const label of line.spans) {
      const found = counted.filter((span) => span.start < label.end && label.start < span.end);
      for (const span of found) left.delete(span);
      const best = found.find((span) => isRight(span, label)) ?? found[0];
      if (!best) missed.push(fault(line, label, `missed: ${label.link}`));
      else if (isRight(best, label)) figures.right++;
      else
        mislinked.push(fault(line, label, `${best.entityId ?? best.candidates?.join(' / ')} instead of ${label.link}`));
    }
    for (const span of left) falseMarks.push(fault(line, span, span.entityId ?? (span.candidates ?? []).join(' / ')));
  }
  const found = figures.right + mislinked.length;
  return {
    ...figures,
    precision: ratio(figures.right, found + falseMarks.length),
    recall: ratio(figures.right, figures.labelled),
    linking: ratio(figures.right, found),
    falseMarks,
    missed,
    mislinked,
  };
}

/** Descriptions come in any kind; a name beside them is no answer to what is asked there, right or wrong. */
function counts(set: OwnSet, span: Span, line: Line): boolean {
  if (set !== 'described') return line.exhaustive.includes(span.kind);
  const isAsked = line.spans.some((label) => span.start < label.end && label.start < span.end);
  return isAsked || span.described === true || span.kind === 'incident';
}

function isRight(span: Span, { link, could }: Labelled): boolean {
  if (link !== 'unresolved') return span.entityId === link;
  const known = could?.split('|') ?? [];
  return span.entityId === null && (span.candidates ?? []).some((id) => known.includes(id));
}

function readLines(set: OwnSet): Line[] {
  return readFileSync(join(import.meta.dirname, `${set}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}

function fault({ id, text }: Line, { start, end }: { start: number; end: number }, what: string): Fault {
  return { id, passage: `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`, what };
}

function ratio(part: number, whole: number): number {
  return whole ? part / whole : 1;
}
