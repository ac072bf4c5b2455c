import { browser } from 'wxt/browser';
import { entityView } from '../dataset/entity-view';
import { excerptOf } from '../dataset/excerpt';
import type { TabSummary } from '../messages';
import type { EntityLabel } from '../model/view';
import { setMuted } from '../settings';
import type { Answers } from './border/border';
import { Refused } from './border/refused';
import type { FrameSender, Sender } from './border/sender';
import type { Documents } from './documents';
import type { FeedAnswers } from './feeds/answers';
import { datasetInUse } from './feeds/browser-ports';
import { goToMention } from './go-to';
import { openDossier } from './open-dossier';
import { settingsFor } from './page-settings';
import type { Summaries } from './summaries';

const openDataset = () => datasetInUse.open();

/** The background's answer to every message of `ToBackground` that the border has let through, those on feeds aside. */
export function backgroundAnswers(summaries: Summaries, documents: Documents): Omit<Answers, keyof FeedAnswers> {
  return {
    settings: (_, { host }) => settingsFor(host),
    match: ({ document, flows, dropped }, sender) => documents.match(inFrame(sender), document, flows, dropped),
    report: async ({ report }, sender) => {
      const { tab, frame } = inFrame(sender);
      await summaries.put(tab, frame, report);
      return true as const;
    },
    withdraw: async (_, sender) => {
      const { tab, frame } = inFrame(sender);
      await summaries.withdraw(tab, frame);
      return undefined;
    },
    loadCard: async (_, sender) => {
      await loadCard(inFrame(sender));
      return undefined;
    },
    view: async ({ id }) => entityView((await openDataset()).records, id) ?? null,
    openDossier: async ({ id }, sender) => {
      await openDossier(id, sender);
      return undefined;
    },
    mute: async ({ id }) => {
      if ((await openDataset()).records.label(id)) await setMuted(id, true);
      return undefined;
    },
    excerpt: async ({ ids, title }) => excerptOf((await openDataset()).records, ids, title),
    labels: async ({ ids }) => labelsOf(ids),
    tabSummary: ({ tab }) => summarise(tab, summaries),
    jump: ({ tab, step, entity }) => goToMention(summaries, { tab, step, entity, open: false }),
    about: async () => (await openDataset()).records.about,
    searchEntries: async () => (await openDataset()).records.searchEntries(),
  };
}

/** Rules say which messages come from frames only; this says it to the compiler. */
function inFrame(sender: Sender): FrameSender {
  if (sender.kind !== 'frame') throw new Refused('only for frames');
  return sender;
}

/** The card's script is large; it goes into a frame when its reader first rests on a name. */
async function loadCard({ tab, frame }: FrameSender): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [frame] }, files: ['/card.js'] });
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
