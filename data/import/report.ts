import type { Upstream } from './proposal';

/** Outcomes of a run, one line each, for a person to read. */
export interface Report {
  added: Entry[];
  changed: Entry[];
  conflicts: Entry[];
  refused: Entry[];
  /** Rows that are on file already and brought nothing new. */
  unchanged: number;
  staleDecisions: string[];
}

export interface Entry {
  upstream: Upstream;
  /** Record id, or the row in upstream's words. */
  what: string;
  detail?: string;
}

export function emptyReport(): Report {
  return { added: [], changed: [], conflicts: [], refused: [], unchanged: 0, staleDecisions: [] };
}

/** The report as text: counts first, then every line, conflicts before what needs no answer. */
export function formatReport(report: Report, options: { isWritten: boolean }): string {
  const { added, changed, conflicts, refused, unchanged } = report;
  const sections = [
    `${added.length} added, ${changed.length} changed, ${unchanged} rows unchanged, ${refused.length} refused, ` +
      `${conflicts.length} for a person to decide${options.isWritten ? '' : ' (nothing written; --write writes)'}`,
    section('For a person to decide (record the answer in data/import/decisions.json)', conflicts),
    section('Refused', refused),
    section('Changed', changed),
    section('Added', added),
    section(
      'Decisions that no row asked for',
      report.staleDecisions.map((what) => ({ what })),
    ),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function section(title: string, entries: { upstream?: string; what: string; detail?: string }[]): string {
  if (!entries.length) return '';
  const lines = entries.map(
    ({ upstream, what, detail }) => `  ${upstream ? `${upstream}  ` : ''}${what}${detail ? `: ${detail}` : ''}`,
  );
  return [`${title} (${entries.length})`, ...lines].join('\n');
}
