import type { BudgetLine } from './budget.ts';
import type { Table } from './table.ts';

/** One subject of a bench: what it measured and which lines of the budget that answers. */
export interface Section {
  tables: Table[];
  budget: BudgetLine[];
}
