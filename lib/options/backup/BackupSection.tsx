import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { BackupRefused, readBackup, writeBackup } from '../../backup';
import { toBackground } from '../../messages';
import { replaceSettings, storedSettings } from '../../settings';
import { readOwnNames } from '../../store/own-names';
import { saveFile } from '../../ui/save-file';

/** Settings, sites, muted and own names, from one browser to another, in one file. */
export function BackupSection() {
  const [news, setNews] = useState('');
  const [problem, setProblem] = useState('');
  const save = async () => {
    const [settings, ownNames] = await Promise.all([storedSettings(), readOwnNames()]);
    const now = new Date();
    const file = writeBackup({ settings: (settings as object | undefined) ?? {}, ownNames }, now);
    saveFile(`attribution-lens-${now.toISOString().slice(0, 10)}.json`, 'application/json', file);
  };
  const restore = async (file: File | undefined) => {
    if (!file) return;
    setNews('');
    setProblem('');
    try {
      const { settings, ownNames } = readBackup(await file.text());
      await replaceSettings(settings);
      await toBackground('feedAction', { do: 'set-list', text: ownNames });
      setNews(i18n.t('feeds.backup.restored'));
    } catch (error) {
      setProblem(i18n.t(`feeds.backup.refused.${error instanceof BackupRefused ? error.why : 'unsaved'}`));
    }
  };
  return (
    <section class="sec" id="backup" aria-labelledby="backup-title">
      <h2 id="backup-title">{i18n.t('feeds.backup.title')}</h2>
      <p class="lead">{i18n.t('feeds.backup.lead')}</p>
      <p class="r">
        <button class="btn" type="button" onClick={() => void save()}>
          {i18n.t('feeds.backup.save')}
        </button>
        <label class="btn f-file">
          {i18n.t('feeds.backup.restore')}
          <input
            class="visually-hidden"
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              void restore(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
      </p>
      <p class="small" role="status">
        {news}
      </p>
      <p class="why-not" role="alert">
        {problem}
      </p>
    </section>
  );
}
