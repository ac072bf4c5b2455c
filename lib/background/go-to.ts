import { browser } from 'wxt/browser';
import { toPage } from '../messages';
import type { ReachedMention } from '../model/mention';
import type { EntityId } from '../model/record';
import type { Summaries } from './summaries';

interface GoTo {
  tab?: number;
  step: 1 | -1;
  entity?: EntityId;
  open: boolean;
}

/** The frame of each tab in which the reader is. Lost with the background; then the walk starts at the top. */
const lastFrame = new Map<number, number>();

/** Takes the reader to the next or previous mention, from frame to frame and around at the end; says to which. */
export async function goToMention(summaries: Summaries, { tab, ...request }: GoTo): Promise<ReachedMention | null> {
  const target = tab ?? (await activeTab());
  if (target === undefined) return null;
  const frames = Object.entries(await summaries.of(target))
    .filter(([, report]) =>
      report.mentions.some((mention) => !request.entity || mention.entities.includes(request.entity)),
    )
    .map(([frame]) => Number(frame))
    .sort((a, b) => (a - b) * request.step);
  const current = lastFrame.get(target);
  const from = Math.max(0, frames.indexOf(current ?? -1));
  const turns = frames.length ? [...frames.slice(from), ...frames.slice(0, from + 1)] : [];
  for (const [i, frame] of turns.entries()) {
    const fresh = i > 0;
    const reached = await toPage(target, frame, 'goTo', { ...request, fresh }).catch(() => null);
    if (!reached) continue;
    lastFrame.set(target, frame);
    return reached;
  }
  return null;
}

async function activeTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}
