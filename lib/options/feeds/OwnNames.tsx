import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { LONGEST_LIST } from '../../feeds/action';
import { readOwnNames, watchOwnNames } from '../../store/own-names';
import type { FeedsInHand } from './use-feeds';

/** The reader's own names, one a line or as CSV. They win over core and over feeds. */
export function OwnNames({ act }: { act: FeedsInHand['act'] }) {
  const [kept, setKept] = useState('');
  const [written, setWritten] = useState<string>();
  useEffect(() => {
    void readOwnNames().then(setKept);
    return watchOwnNames(setKept);
  }, []);
  const text = written ?? kept;
  const save = (event: Event) => {
    event.preventDefault();
    void act({ do: 'set-list', text }).then(() => setWritten(undefined));
  };
  return (
    <form class="own-names" onSubmit={save}>
      <h3 id="own-names-title">{i18n.t('feeds.list.title')}</h3>
      <p class="lead" id="own-names-note">
        {i18n.t('feeds.list.note')}
      </p>
      <textarea
        aria-labelledby="own-names-title"
        aria-describedby="own-names-note"
        rows={5}
        spellcheck={false}
        maxLength={LONGEST_LIST}
        placeholder={i18n.t('feeds.list.placeholder')}
        value={text}
        onInput={(event) => setWritten(event.currentTarget.value)}
      />
      <p class="r">
        <button class="btn" type="submit" disabled={text === kept}>
          {i18n.t('feeds.list.save')}
        </button>
        {text !== kept && (
          <button class="btn quiet" type="button" onClick={() => setWritten(undefined)}>
            {i18n.t('feeds.list.undo')}
          </button>
        )}
      </p>
    </form>
  );
}
