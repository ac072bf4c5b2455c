import { i18n } from '#i18n';
import type { TabSummary } from '../messages';
import { ENTITY_KINDS, type EntityKind } from '../model/record';
import { numberText } from '../ui/language/formats';
import { Counted } from '../ui/language/Rich';

interface CategoriesProps {
  summary: TabSummary | undefined;
  shown: Record<EntityKind, boolean>;
  onToggle: (kind: EntityKind) => void;
}

/** Different names per category, each with the switch that underlines it or not. */
export function Categories({ summary, shown, onToggle }: CategoriesProps) {
  return (
    <div class="p-cats" role="group" aria-label={i18n.t('popup.categories')}>
      {ENTITY_KINDS.map((kind) => {
        const count = summary?.mentions.filter((mention) => mention.kind === kind).length ?? 0;
        return (
          <button key={kind} type="button" aria-pressed={shown[kind]} onClick={() => onToggle(kind)}>
            <span class={`key ${kind}`} aria-hidden="true" />
            <span>
              <Counted of={`kind.${kind}.counted`} count={count} number={<b class="num">{numberText(count)}</b>} />
            </span>
            <span class="p-state" aria-hidden="true">
              {i18n.t(shown[kind] ? 'popup.shown' : 'popup.hidden')}
            </span>
          </button>
        );
      })}
    </div>
  );
}
