import { i18n } from '#i18n';
import { type TabSummary, toBackground } from '../messages';
import type { ReachedMention } from '../model/mention';
import type { EntityId } from '../model/record';
import type { EntityLabel } from '../model/view';
import { numberText } from '../ui/language/formats';
import { placeName } from '../ui/places';
import { PageStory } from './PageStory';

type Group = TabSummary['mentions'][number];

/** Everything the page names, with its number of mentions and a way to each. */
export function MentionList({
  tab,
  mentions,
  onOpen,
  onReached,
}: {
  tab: number;
  mentions: Group[];
  onOpen: (id: EntityId) => void;
  onReached: (mention: ReachedMention) => void;
}) {
  return (
    <div class="p-scroll">
      <PageStory mentions={mentions} onOpen={onOpen} />
      <ul class="p-list">
        {mentions.map((group) => (
          <Row key={group.entities.join(' ')} tab={tab} group={group} onOpen={onOpen} onReached={onReached} />
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  tab: number;
  group: Group;
  onOpen: (id: EntityId) => void;
  onReached: (mention: ReachedMention) => void;
}

function Row({ tab, group, onOpen, onReached }: RowProps) {
  const { labels, count, kind, entities } = group;
  const isResolved = labels.length === 1;
  const name = isResolved ? rowName(labels[0]!) : (group.written[0] ?? '');
  const jump = (step: 1 | -1) =>
    void toBackground('jump', { tab, step, entity: entities[0]! }).then(
      (reached) => reached && onReached(reached),
      () => undefined, // The page is gone; the list says so itself.
    );
  return (
    <li>
      <span class="nm">
        {isResolved ? (
          <button type="button" class="textbtn" title={labels[0]!.name} onClick={() => onOpen(labels[0]!.id)}>
            <span class={`u ${kind}`}>{name}</span>
          </button>
        ) : (
          <span class={`u ${kind}`}>{name}</span>
        )}
        <small>{noteOf(group)}</small>
      </span>
      <span class="n num">
        <span class="visually-hidden">{i18n.t('popup.mentions')}</span>
        {numberText(count)}
      </span>
      <span class="jump">
        <button type="button" aria-label={i18n.t('popup.previous', { name })} onClick={() => jump(-1)}>
          ‹
        </button>
        <button type="button" aria-label={i18n.t('popup.next', { name })} onClick={() => jump(1)}>
          ›
        </button>
      </span>
    </li>
  );
}

/** Longest name that a row shows whole beside its note. */
const ROW_LENGTH = 26;

function rowName(label: EntityLabel): string {
  return label.name.length > ROW_LENGTH ? (label.short ?? label.name) : label.name;
}

/** How the page writes it, where that differs; how many are uncertain; which country's, for agencies. */
function noteOf({ labels, written, faint, count, kind }: Group): string {
  if (labels.length > 1) return i18n.t('popup.anyOf', { count: labels.length });
  const [label] = labels;
  const other = written.find((spelling) => spelling !== label?.name && spelling !== label?.short);
  if (faint && faint < count) return i18n.t('popup.someUncertain', { count: faint });
  if (faint) return i18n.t('popup.uncertain');
  if (kind === 'agency' && label?.country) return placeName(label.country);
  return other ? i18n.t('popup.as', { written: other }) : '';
}
