import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type TabSummary, toBackground } from '../messages';
import type { ReachedMention } from '../model/mention';
import type { EntityId, EntityKind } from '../model/record';
import { isOnFor, switchSite } from '../model/sites';
import type { SearchEntry } from '../model/view';
import { changeSettings } from '../settings';
import { Announcement } from '../ui/Announcement';
import { plural } from '../ui/language/plural';
import { SearchResults } from '../ui/SearchResults';
import { Categories } from './Categories';
import { EntityPanel } from './EntityPanel';
import { emptyState } from './empty-state';
import { MentionList } from './MentionList';
import { PopupExport } from './PopupExport';
import { LOCAL_FILES, type ReaderTab, siteName, type TabWatch } from './reader-tab';
import { canStayOpen, openBeside } from './side-panel';
import { useAnnouncement } from './use-announcement';
import { useSettings, useSummary } from './use-summary';

const NOTHING: Pick<TabSummary, 'mentions'> = { mentions: [] };

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
    toBackground('searchEntries', {}).then(setEntries, () => setProblem(i18n.t('datasetProblem')));
  }, []);

  const isOn = Boolean(tab?.host) && isOnFor(settings.sites, tab!.host);
  const empty = emptyState(tab, isOn, summary);
  const { announcement, onReached } = useAnnouncement(summary ?? NOTHING, empty?.title, isPanel);
  const save = (change: Parameters<typeof changeSettings>[0]) =>
    changeSettings(change).then(
      () => setProblem(''),
      () => setProblem(i18n.t('unsaved')),
    );
  const toggleSite = () => void save((s) => ({ ...s, sites: switchSite(s.sites, tab!.host, !isOn) }));
  const toggleKind = (kind: EntityKind) =>
    void save((s) => ({ ...s, categories: { ...s.categories, [kind]: !s.categories[kind] } }));

  if (opened) return <EntityPanel id={opened} isPanel={isPanel} onBack={() => setOpened(undefined)} />;
  return (
    <main class={isPanel ? 'popup p-panel' : 'popup'}>
      <header class="p-top">
        <img src="/icon.svg" width="20" height="20" alt="" />
        <h1>{tab?.host ? siteName(tab) : i18n.t('popup.browserPage')}</h1>
        <label>
          <span aria-hidden="true">{i18n.t(isOn ? 'popup.on' : 'popup.off')}</span>
          <span class="visually-hidden">{i18n.t(isOn ? 'popup.onHere' : 'popup.offHere')}</span>
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
      <Announcement of={announcement} />
      {isOn && <Categories summary={summary ?? undefined} shown={settings.categories} onToggle={toggleKind} />}
      <p class="p-search">
        <label class="visually-hidden" for="search">
          {i18n.t('popup.search')}
        </label>
        <input
          id="search"
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder={entries.length ? plural('popup.searchAll', entries.length) : i18n.t('popup.searchShort')}
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
        <Page tab={tab} summary={summary} empty={empty} onOpen={setOpened} onReached={onReached} />
      )}
      <footer class="p-foot">
        <span>{tab && summary ? plural('popup.read', summary.words) : ''}</span>
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
          {i18n.t('popup.options')}
        </button>
      </footer>
    </main>
  );
}

interface PageProps {
  tab: ReaderTab | undefined;
  summary: ReturnType<typeof useSummary>;
  empty: ReturnType<typeof emptyState>;
  onOpen: (id: EntityId) => void;
  onReached: (mention: ReachedMention) => void;
}

function Page({ tab, summary, empty, onOpen, onReached }: PageProps) {
  if (empty) return <Message title={empty.title}>{empty.why}</Message>;
  if (!tab || !summary) return <div class="p-scroll" aria-busy={tab !== undefined} />;
  return <MentionList tab={tab.id} mentions={summary.mentions} onOpen={onOpen} onReached={onReached} />;
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
