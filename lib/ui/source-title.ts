import { i18n } from '#i18n';
import type { SourceLink } from '../model/view';

/** What a link to a source says when the pointer rests on it. */
export function sourceTitle({ title, publisher, gone }: SourceLink): string {
  const name = title ?? publisher;
  return gone ? i18n.t('history.removed', { title: name }) : name;
}
