import { browser } from 'wxt/browser';
import { entityView } from '../dataset/entity-view';
import { excerptOf } from '../dataset/excerpt';
import type { answer, Sender, TabSummary, ToBackground } from '../messages';
import type { EntityLabel } from '../model/view';
import type { Documents } from './documents';
import { datasetInUse } from './feeds/browser-ports';
import { goToMention } from './go-to';
import type { Summaries } from './summaries';

const openDataset = () => datasetInUse.open();

/** The background's answer to every message of `ToBackground`, those on feeds aside. */
export function backgroundAnswers(
  summaries: Summaries,
  documents: Documents,
): Omit<Parameters<typeof answer<ToBackground>>[0], 'feeds' | 'feedAction' | 'feedChanges'> {
  return {
    match: ({ document, host, flows, dropped }) => documents.match(document, host, flows, dropped),
    report: async ({ report }, { tab, frame }) => {
      if (tab !== undefined) await summaries.put(tab, frame ?? 0, report);
      return undefined;
    },
    withdraw: async (_, { tab, frame }) => {
      if (tab !== undefined) await summaries.withdraw(tab, frame ?? 0);
      return undefined;
    },
    loadCard: async (_, sender) => {
      await loadCard(sender);
      return undefined;
    },
    view: async ({ id }) => entityView((await openDataset()).records, id) ?? null,
    openDossier: async ({ id }) => {
      const { records } = await openDataset();
      if (records.label(id)) await browser.tabs.create({ url: browser.runtime.getURL(`/dossier.html#${id}`) });
      return undefined;
    },
    excerpt: async ({ ids, title }) => excerptOf((await openDataset()).records, ids, title),
    labels: async ({ ids }) => labelsOf(ids),
    // What other tabs show is for the extension's own pages only.
    tabSummary: ({ tab }, { isExtensionPage }) => (isExtensionPage ? summarise(tab, summaries) : null),
    jump: async ({ tab, step, entity }, { isExtensionPage }) =>
      isExtensionPage ? goToMention(summaries, { tab, step, entity, open: false }) : null,
    about: async () => (await openDataset()).records.about,
    searchEntries: async () => (await openDataset()).records.searchEntries(),
  };
}

/** The card's script is large; it goes into a frame when its reader first rests on a name. */
async function loadCard({ tab, frame }: Sender): Promise<void> {
  if (tab === undefined) return;
  await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [frame ?? 0] }, files: ['/card.js'] });
}

async function labelsOf(ids: readonly string[]): Promise<EntityLabel[]> {
  const { records } = await openDataset();
  return ids.flatMap((id) => records.label(id) ?? []);
}

async function summarise(tab: number, summaries: Summaries): Promise<TabSummary | null> {
  const reports = Object.values(await summaries.of(tab));
  if (!reports.length) return null;
  const groups = new Map<string, TabSummary['mentions'][number]>();
  for (const mention of reports.flatMap((report) => report.mentions)) {
    const key = mention.entities.join(' ');
    const group = groups.get(key);
    if (!group) {
      groups.set(key, { ...mention, labels: await labelsOf(mention.entities) });
      continue;
    }
    group.count += mention.count;
    group.faint += mention.faint;
    group.written = [...new Set([...group.written, ...mention.written])];
  }
  const mentions = [...groups.values()].sort(
    (a, b) => b.count - a.count || (a.labels[0]?.name ?? '').localeCompare(b.labels[0]?.name ?? ''),
  );
  return { mentions, words: reports.reduce((sum, report) => sum + report.words, 0) };
}
