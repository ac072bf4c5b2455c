import type { TabSummary } from '../messages';
import { ENTITY_KINDS, type EntityKind } from '../model/record';
import { KIND_WORDS } from '../ui/words';

interface CategoriesProps {
  summary: TabSummary | undefined;
  shown: Record<EntityKind, boolean>;
  onToggle: (kind: EntityKind) => void;
}

/** Different names per category, each with the switch that underlines it or not. */
export function Categories({ summary, shown, onToggle }: CategoriesProps) {
  return (
    <div class="p-cats" role="group" aria-label="Underline on this page">
      {ENTITY_KINDS.map((kind) => {
        const count = summary?.mentions.filter((mention) => mention.kind === kind).length ?? 0;
        return (
          <button key={kind} type="button" aria-pressed={shown[kind]} onClick={() => onToggle(kind)}>
            <span class={`key ${kind}`} aria-hidden="true" />
            <span>
              <b class="num">{count}</b> {count === 1 ? KIND_WORDS[kind].one : KIND_WORDS[kind].many}
            </span>
            <span class="p-state" aria-hidden="true">
              {shown[kind] ? 'on' : 'off'}
            </span>
          </button>
        );
      })}
    </div>
  );
}
