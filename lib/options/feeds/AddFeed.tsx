import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { LIMITS } from '../../feeds/limits';
import { feedAddress } from '../../feeds/net/address';
import { FeedRefused } from '../../feeds/refused';
import { putUpload } from '../../store/database';
import { refusalText } from './refusal-text';
import { askForHost, type FeedsInHand } from './use-feeds';

/** The page lets through what only builds for tests allow; the background decides. */
const ALLOWS_LOCAL_HTTP = import.meta.env.WXT_FEEDS_FROM_LOCALHOST === 'true';

/** A feed by its address or from a file, chosen or dropped. */
export function AddFeed({ act }: { act: FeedsInHand['act'] }) {
  const [written, setWritten] = useState('');
  const [problem, setProblem] = useState('');
  const [isOver, setIsOver] = useState(false);

  const addAddress = (event: Event) => {
    event.preventDefault();
    try {
      const url = feedAddress(written, { allowsLocalHttp: ALLOWS_LOCAL_HTTP });
      // In the click itself: browsers ask for leave at no other time.
      void askForHost(url).then(() => act({ do: 'add-address', url }));
      setWritten('');
      setProblem('');
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  const addFile = async (file: File | undefined) => {
    if (!file) return;
    try {
      if (file.size > LIMITS.bytes) throw new FeedRefused('too-large', { limit: LIMITS.bytes });
      const upload = await putUpload(new Uint8Array(await file.arrayBuffer())).catch(() => {
        throw new FeedRefused('storage-full');
      });
      setProblem('');
      await act({ do: 'add-file', upload, file: file.name.slice(0, 200) });
    } catch (error) {
      setProblem(problemText(error));
    }
  };

  return (
    <form
      class={isOver ? 'f-add over' : 'f-add'}
      noValidate
      onSubmit={addAddress}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        void addFile(event.dataTransfer?.files[0]);
      }}
    >
      <p>
        <input
          type="text"
          inputMode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-label={i18n.t('feeds.add.label')}
          aria-invalid={problem !== ''}
          aria-describedby="add-feed-problem"
          placeholder={i18n.t('feeds.add.placeholder')}
          value={written}
          onInput={(event) => {
            setWritten(event.currentTarget.value);
            setProblem('');
          }}
        />
        <button class="btn" type="submit">
          {i18n.t('feeds.add.address')}
        </button>
        <label class="btn f-file">
          {i18n.t('feeds.add.file')}
          <input
            class="visually-hidden"
            type="file"
            accept=".json,.csv,.tsv,.txt,application/json,text/csv,text/plain"
            onChange={(event) => {
              void addFile(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
      </p>
      <p class="small">{i18n.t('feeds.add.note')}</p>
      <p class="why-not" id="add-feed-problem" role="alert">
        {problem}
      </p>
    </form>
  );
}

function problemText(error: unknown): string {
  const refusal = error instanceof FeedRefused ? error : new FeedRefused('unexpected', { what: String(error) });
  return refusalText(refusal);
}
