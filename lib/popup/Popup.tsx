import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { toBackground } from '../messages';
import type { EntityId, EntityKind } from '../model/record';
import { isOnFor, switchSite } from '../model/sites';
import type { SearchEntry } from '../model/view';
import { changeSettings } from '../settings';
import { SearchResults } from '../ui/SearchResults';
import { Categories } from './Categories';
import { EntityPanel } from './EntityPanel';
import { MentionList } from './MentionList';
import { PopupExport } from './PopupExport';
import { LOCAL_FILES, type ReaderTab, type TabWatch } from './reader-tab';
import { canStayOpen, openBeside } from './side-panel';
import { useSettings, useSummary } from './use-summary';

/**
 * What this page names, what is marked, and a search over everything on file: in the toolbar's popup, and in
 * the side panel, which stays open and follows the reader from tab to tab.
 */
export function Popup({ watchTab, isPanel = false }: { watchTab: TabWatch; isPanel?: boolean }) {
  const [tab, setTab] = useState<ReaderTab>();
  const [query, setQuery] = useState('');
  const [entries, setEntries] = useState<readonly SearchEntry[]>([]);
  const [opened, setOpened] = useState<EntityId>();
  const [problem, setProblem] = useState('');
  const settings = useSettings();
  const summary = useSummary(tab);

  useEffect(() => watchTab(setTab), [watchTab]);
  useEffect(() => {
    toBackground('searchEntries', {}).then(setEntries, () =>
      setProblem('The dataset could not be opened. Reload the extension to repair it.'),
    );
  }, []);

  const isOn = Boolean(tab?.host) && isOnFor(settings.sites, tab!.host);
  const save = (change: Parameters<typeof changeSettings>[0]) =>
    changeSettings(change).then(
      () => setProblem(''),
      () => setProblem('The browser could not save that: its storage is full or locked. Nothing has changed.'),
    );
  const toggleSite = () => void save((s) => ({ ...s, sites: switchSite(s.sites, tab!.host, !isOn) }));
  const toggleKind = (kind: EntityKind) =>
    void save((s) => ({ ...s, categories: { ...s.categories, [kind]: !s.categories[kind] } }));

  if (opened) return <EntityPanel id={opened} isPanel={isPanel} onBack={() => setOpened(undefined)} />;
  return (
    <main class={isPanel ? 'popup p-panel' : 'popup'}>
      <header class="p-top">
        <img src="/icon.svg" width="20" height="20" alt="" />
        <h1>{tab?.host || 'Browser page'}</h1>
        <label>
          {isOn ? 'On' : 'Off'}
          <span class="visually-hidden"> for this site</span>
          <input
            class="switch"
            type="checkbox"
            role="switch"
            checked={isOn}
            disabled={!tab?.host || tab.host === LOCAL_FILES}
            onChange={toggleSite}
          />
        </label>
      </header>
      {isOn && <Categories summary={summary ?? undefined} shown={settings.categories} onToggle={toggleKind} />}
      <p class="p-search">
        <label class="visually-hidden" for="search">
          Search all names
        </label>
        <input
          id="search"
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder={
            entries.length ? `Search ${entries.length.toLocaleString('en')} entities and their aliases` : 'Search'
          }
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </p>
      {problem && (
        <p class="p-hint bad" role="alert">
          {problem}
        </p>
      )}
      {query.trim() ? (
        <SearchResults entries={entries} query={query} onOpen={setOpened} />
      ) : (
        <Page tab={tab} isOn={isOn} summary={summary} onOpen={setOpened} />
      )}
      <footer class="p-foot">
        <span>{tab && summary ? `${summary.words.toLocaleString('en')} words read, in this browser only` : ''}</span>
        {tab && summary && summary.mentions.length > 0 && (
          <PopupExport text={{ name: tab.host, mentions: summary.mentions }} onProblem={setProblem} />
        )}
        {!isPanel && canStayOpen() && (
          <button class="textbtn" type="button" onClick={() => void openBeside().then(() => window.close())}>
            {i18n.t('doors.stayOpen')}
          </button>
        )}
        <button
          class="textbtn"
          type="button"
          onClick={() => void browser.runtime.openOptionsPage().then(() => isPanel || window.close())}
        >
          Options
        </button>
      </footer>
    </main>
  );
}

interface PageProps {
  tab: ReaderTab | undefined;
  isOn: boolean;
  summary: ReturnType<typeof useSummary>;
  onOpen: (id: EntityId) => void;
}

function Page({ tab, isOn, summary, onOpen }: PageProps) {
  if (!tab) return <div class="p-scroll" />;
  if (!tab.host) {
    return (
      <Message title="The browser keeps extensions out of this page.">
        Settings, stores and the built-in PDF reader are closed to all of them. Search still works.
      </Message>
    );
  }
  if (!isOn) return <Message title={`Off on ${tab.host}.`}>Nothing here is read or underlined.</Message>;
  if (summary === undefined) return <div class="p-scroll" aria-busy="true" />;
  if (summary === null)
    return (
      <Message title="This page has not been read yet.">
        If it was open before the extension was installed, reload it.
      </Message>
    );
  if (!summary.mentions.length) {
    return (
      <Message title="No actor, agency or incident on this page.">
        {summary.words.toLocaleString('en')} words read, in this browser only.
      </Message>
    );
  }
  return <MentionList tab={tab.id} mentions={summary.mentions} onOpen={onOpen} />;
}

function Message({ title, children }: { title: string; children: preact.ComponentChildren }) {
  return (
    <div class="p-scroll p-mid">
      <p>
        <b>{title}</b>
      </p>
      <p>{children}</p>
    </div>
  );
}
