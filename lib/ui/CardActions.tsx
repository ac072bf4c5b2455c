import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { citation } from '../export/citation';
import { datasetReference } from '../export/reference';
import { recordFile } from '../model/record';
import type { EntityView } from '../model/view';
import { copyText } from './copy-text';
import { Menu } from './Menu';

interface CardActionsProps {
  view: EntityView;
  /** Where records can be read and corrected, ending in a slash; a build setting, empty where there is no such place. */
  recordsUrl?: string;
  onMute: () => void;
  onSaid: (sentence: string) => void;
}

/** What a reader can do with an entry: cite it, mute its name, correct it. */
export function CardActions({
  view,
  recordsUrl = import.meta.env.WXT_RECORDS_URL ?? '',
  onMute,
  onSaid,
}: CardActionsProps) {
  const root = useRef<HTMLSpanElement>(null);
  const { id, name } = view.entity;
  const copy = async (text: string, done: string) =>
    onSaid((await copyText(text, root.current!)) ? done : i18n.t('card.copyFailed'));
  const file = recordFile(id);
  const correct = () => {
    if (recordsUrl) window.open(recordsUrl + file, '_blank', 'noreferrer');
    else void copy(file, i18n.t('card.fileCopied', { file }));
  };
  const items = [
    {
      title: i18n.t('card.cite'),
      choose: () => void copy(citation(datasetReference(name, view.stamp, [id])), i18n.t('card.cited')),
    },
    { title: i18n.t('card.mute'), choose: onMute },
    { title: i18n.t('card.correct'), note: file, choose: correct },
  ];
  return (
    <span class="card-more" ref={root}>
      <Menu label="⋯" name={i18n.t('card.more')} items={items} />
    </span>
  );
}
