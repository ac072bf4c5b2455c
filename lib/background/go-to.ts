import { browser } from 'wxt/browser';
import { toPage } from '../messages';
import type { EntityId } from '../model/record';
import type { Summaries } from './summaries';

interface GoTo {
  tab?: number;
  step: 1 | -1;
  entity?: EntityId;
  open: boolean;
}

/** Takes the reader to a mention, in the first frame of the tab that has one to show. */
export async function goToMention(summaries: Summaries, { tab, ...request }: GoTo): Promise<void> {
  const target = tab ?? (await activeTab());
  if (target === undefined) return;
  const reports = Object.entries(await summaries.of(target));
  const frames = reports
    .filter(([, report]) =>
      report.mentions.some((mention) => !request.entity || mention.entities.includes(request.entity)),
    )
    .map(([frame]) => Number(frame))
    .sort((a, b) => a - b);
  for (const frame of frames) {
    const went = await toPage(target, frame, 'goTo', request).catch(() => false);
    if (went) return;
  }
}

async function activeTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}
