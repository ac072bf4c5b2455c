import type { HostileGroup } from './case.ts';
import { CARD } from './cases/card.ts';
import { DOCUMENTS } from './cases/documents.ts';
import { EDITORS } from './cases/editors.ts';
import { type Load, loadOf } from './cases/load.ts';
import { REGISTRY } from './cases/registry.ts';
import { WRITING } from './cases/writing.ts';

export function groupsOf(load: Load): HostileGroup[] {
  return [REGISTRY, CARD, loadOf(load), EDITORS, DOCUMENTS, WRITING];
}
