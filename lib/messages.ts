import { browser } from './browser';
import type { ChangesRequest, FeedAction } from './feeds/action';
import type { ChangesPage, FeedsView } from './feeds/subscription';
import type { Excerpt } from './model/excerpt';
import type { ReachedMention } from './model/mention';
import type { EntityId } from './model/record';
import type { DatasetAbout, EntityLabel, EntityView, SearchEntry } from './model/view';
import type { FlowBatch, Matched, PageReport, SessionSettings } from './page/session';

/**
 * Page or extension page → background. The background answers each; who may send it, and what it may hold, stands in
 * `background/border/rules.ts`.
 */
export interface ToBackground {
  /** Page: what the reader has set, as far as this frame has to know it. */
  settings: (m: Record<never, never>) => PageSettings;
  /** Page: text to match. Answers with the flows whose mentions changed. */
  match: (m: { document: string; flows: FlowBatch; dropped: number[] }) => Matched;
  /** Page: what it names, after a scan. Answered with something, so that a page hears if it was not. */
  report: (m: { report: PageReport }) => true;
  /** Page: the session has ended (switched off); its report no longer counts. */
  withdraw: (m: Record<never, never>) => undefined;
  /** Page: the reader rests on a mention for the first time; put the card's script into this frame. */
  loadCard: (m: Record<never, never>) => undefined;
  /** Card, popup, dossier: everything on one entity; `null` if it is not on file. */
  view: (m: { id: string }) => EntityView | null;
  /** Card, popup: shows the dossier of an entity in a tab of its own; of one that is not on file, does nothing. */
  openDossier: (m: { id: string }) => undefined;
  /** Card: the reader wants an entity marked no more. */
  mute: (m: { id: EntityId }) => undefined;
  /** Dossier, popup: a part of the dataset to show in full, or to export. */
  excerpt: (m: { ids: string[]; title: string }) => Excerpt;
  /** Card: names for an unresolved mention. */
  labels: (m: { ids: string[] }) => EntityLabel[];
  /** Popup: what a tab's pages name, all frames together; `null` where no session runs. */
  tabSummary: (m: { tab: number }) => TabSummary | null;
  /** Popup: takes the reader to the next or previous mention; `null` where there is none. */
  jump: (m: { tab: number; step: 1 | -1; entity?: EntityId }) => ReachedMention | null;
  /** Options: dataset in use. */
  about: (m: Record<never, never>) => DatasetAbout;
  /** Popup, dossier: all names, for the search. */
  searchEntries: (m: Record<never, never>) => SearchEntry[];
  /** Options: every feed with its state. */
  feeds: (m: Record<never, never>) => FeedsView;
  /** Options: does something with a feed. Answers when it is done; what went wrong stands in the feed's state. */
  feedAction: (m: FeedAction) => undefined;
  /** Options: a part of what a waiting version would change; `null` where that is not known. */
  feedChanges: (m: ChangesRequest) => ChangesPage | null;
}

/** Background → page. */
export interface ToPage {
  /**
   * Go to the next mention after the last one gone to, or with `fresh` to the frame's first (last); light it
   * up; with `open`, open its card and move the focus there. `null` at the end of the frame.
   */
  goTo: (m: { step: 1 | -1; entity?: EntityId; open: boolean; fresh: boolean }) => ReachedMention | null;
  /** The reader has changed something; ask for `settings` again. */
  settingsChanged: (m: Record<never, never>) => undefined;
  /** The reader has muted somebody, or no longer: the same text has other mentions; ask again for all of it. */
  answersChanged: (m: Record<never, never>) => undefined;
  /** Another dataset is in use; everything is to be looked up anew. */
  datasetChanged: (m: Record<never, never>) => undefined;
}

/** What a frame has to know of the settings: not the lists of sites, only whether it is on one. */
export interface PageSettings extends SessionSettings {
  isOn: boolean;
  /** ms, as in the settings. */
  openDelay: number;
  closeGrace: number;
}

/** A tab's summary for popup and badge. */
export interface TabSummary {
  mentions: (PageReport['mentions'][number] & { labels: EntityLabel[] })[];
  words: number;
}

type Calls = ToBackground & ToPage;
export type Payload<Name extends keyof Calls> = Parameters<Calls[Name]>[0];
export type Answer<Name extends keyof Calls> = ReturnType<Calls[Name]>;
type Envelope = { [Name in keyof Calls]: { to: Name; with: Payload<Name> } }[keyof Calls];

/** Who sent a message, in the words of the browser. */
export interface BrowserSender {
  id?: string;
  /** Of the frame. Chromium takes it from the frame's process, which may lie; `origin` it knows by itself. */
  url?: string;
  origin?: string;
  frameId?: number;
  tab?: { id?: number; active?: boolean };
}

/** Rejects, and never throws at once, where the extension behind this script is gone. */
export async function toBackground<Name extends keyof ToBackground>(
  name: Name,
  payload: Payload<Name>,
): Promise<Answer<Name>> {
  return answerIn<Name>(await browser.runtime.sendMessage({ to: name, with: payload }));
}

export async function toPage<Name extends keyof ToPage>(
  tab: number,
  frame: number | undefined,
  name: Name,
  payload: Payload<Name>,
): Promise<Answer<Name>> {
  const options = frame === undefined ? undefined : { frameId: frame };
  return answerIn<Name>(await browser.tabs.sendMessage(tab, { to: name, with: payload }, options));
}

/** Stands for an answer where there is none: errors do not cross between contexts by themselves. */
interface Refusal {
  refused: string;
}

function answerIn<Name extends keyof Calls>(message: unknown): Answer<Name> {
  if (message !== null && typeof message === 'object' && 'refused' in message)
    throw new Error(String((message as Refusal).refused));
  return message as Answer<Name>;
}

/** Whether the extension behind this script was updated, switched off or removed: nobody will answer. */
export function isOrphaned(): boolean {
  return !browser.runtime?.id;
}

export type Handlers<Direction, From> = {
  [Name in keyof Direction & keyof Calls]: (
    payload: Payload<Name>,
    sender: From,
  ) => Answer<Name> | Promise<Answer<Name>>;
};

/** Answers messages of one direction; others are left to other listeners. Returns how to stop. */
export function answer<Direction extends ToBackground | ToPage>(
  handlers: Handlers<Direction, BrowserSender>,
): () => void {
  const listener = (message: unknown, sender: BrowserSender, respond: (answer: unknown) => void): true | undefined => {
    if (!isEnvelope(message) || !Object.hasOwn(handlers, message.to) || sender.id !== browser.runtime.id)
      return undefined;
    const handle = (handlers as Record<string, (payload: unknown, sender: BrowserSender) => unknown>)[message.to]!;
    void respondWith(handle, message.with, sender, respond);
    return true; // The answer comes later. Chromium takes no promise here.
  };
  browser.runtime.onMessage.addListener(listener as never);
  return () => browser.runtime.onMessage.removeListener(listener as never);
}

async function respondWith(
  handle: (payload: unknown, sender: BrowserSender) => unknown,
  payload: unknown,
  from: BrowserSender,
  respond: (answer: unknown) => void,
): Promise<void> {
  try {
    respond(await handle(payload, from));
  } catch (error) {
    respond({ refused: error instanceof Error ? error.message : String(error) } satisfies Refusal);
  }
}

function isEnvelope(message: unknown): message is Envelope {
  return (
    message !== null &&
    typeof message === 'object' &&
    'to' in message &&
    typeof message.to === 'string' &&
    'with' in message
  );
}
