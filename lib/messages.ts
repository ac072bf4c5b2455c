import { browser } from 'wxt/browser';
import type { Excerpt } from './model/excerpt';
import type { Mention } from './model/mention';
import type { EntityId } from './model/record';
import type { DatasetAbout, EntityLabel, EntityView, SearchEntry } from './model/view';
import type { FlowText, PageReport, SessionSettings } from './page/session';

/**
 * Page or extension page → background. The background answers each; who may send it, and what it may hold, stands in
 * `background/border/rules.ts`.
 */
export interface ToBackground {
  /** Page: what the reader has set, as far as this frame has to know it. */
  settings: (m: Record<never, never>) => PageSettings;
  /** Page: text to match. Answers with the flows whose mentions changed. */
  match: (m: { document: string; flows: FlowText[]; dropped: number[] }) => {
    known: boolean;
    changes: { flow: number; mentions: Mention[] }[];
  };
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
  /** Dossier, popup: a part of the dataset to show in full, or to export. */
  excerpt: (m: { ids: string[]; title: string }) => Excerpt;
  /** Card: names for an unresolved mention. */
  labels: (m: { ids: string[] }) => EntityLabel[];
  /** Popup: what a tab's pages name, all frames together; `null` where no session runs. */
  tabSummary: (m: { tab: number }) => TabSummary | null;
  /** Popup: takes the reader to the next or previous mention. */
  jump: (m: { tab: number; step: 1 | -1; entity?: EntityId }) => undefined;
  /** Options: dataset in use. */
  about: (m: Record<never, never>) => DatasetAbout;
  /** Popup, dossier: all names, for the search. */
  searchEntries: (m: Record<never, never>) => SearchEntry[];
}

/** Background → page. */
export interface ToPage {
  /**
   * Go to the next mention after the last one gone to, or with `fresh` to the frame's first (last); light it
   * up; with `open`, open its card and move the focus there. False at the end of the frame.
   */
  goTo: (m: { step: 1 | -1; entity?: EntityId; open: boolean; fresh: boolean }) => boolean;
  /** The reader has changed something; ask for `settings` again. */
  settingsChanged: (m: Record<never, never>) => undefined;
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
  return browser.runtime.sendMessage({ to: name, with: payload }) as Promise<Answer<Name>>;
}

export function toPage<Name extends keyof ToPage>(
  tab: number,
  frame: number | undefined,
  name: Name,
  payload: Payload<Name>,
): Promise<Answer<Name>> {
  const options = frame === undefined ? undefined : { frameId: frame };
  return browser.tabs.sendMessage(tab, { to: name, with: payload }, options) as Promise<Answer<Name>>;
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
  const listener = (message: unknown, sender: BrowserSender) => {
    if (!isEnvelope(message) || !Object.hasOwn(handlers, message.to) || sender.id !== browser.runtime.id)
      return undefined;
    const handle = (handlers as Record<string, (payload: unknown, sender: BrowserSender) => unknown>)[message.to]!;
    return Promise.resolve(handle(message.with, sender));
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
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
