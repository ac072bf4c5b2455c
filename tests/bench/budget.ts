import type { Table } from './table.ts';
import { figure } from './table.ts';

/** A line of the budget: what is allowed and what this run measured, both in `unit`. */
export interface BudgetLine {
  what: string;
  budget: number;
  unit: string;
  measured: number;
  /** The budget is a least value: so many times faster than a peer. Else a most. */
  isLeast?: boolean;
}

export function isMet({ budget, measured, isLeast }: BudgetLine): boolean {
  return isLeast ? measured >= budget : measured <= budget;
}

/** Printed, never asserted: time on a shared machine is no test. */
export function budgetTable(lines: readonly BudgetLine[]): Table {
  return {
    title: 'Budget',
    columns: ['what', 'budget', 'measured', ''],
    rows: lines.map((line) => [
      line.what,
      `${line.isLeast ? '≥' : '≤'} ${line.budget} ${line.unit}`,
      `${figure(line.measured)} ${line.unit}`,
      isMet(line) ? 'met' : 'MISSED',
    ]),
  };
}
