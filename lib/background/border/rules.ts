import type { GenericSchema } from 'valibot';
import { changesRequest, feedAction } from '../../feeds/action';
import type { Payload, ToBackground } from '../../messages';
import {
  excerptRequest,
  fewIds,
  jumpRequest,
  matchRequest,
  nothing,
  oneEntity,
  oneId,
  oneTab,
  reportOf,
} from './content';
import type { SenderKind } from './sender';

/** What the border asks of one kind of message. */
export interface Rule<Name extends keyof ToBackground> {
  /** Who may send it. Frames are not to be trusted: leave them out unless the card or the page's script needs it. */
  from: readonly SenderKind[];
  /** What it may hold, with a limit on everything that can be long. */
  content: GenericSchema<unknown, Payload<Name>>;
  /** What it takes of a tab's share; 1 when left out. See `Turnstile`. */
  cost?: (content: Payload<Name>) => number;
}

/** Every message has a rule: one without does not compile. */
export type Rules = { readonly [Name in keyof ToBackground]: Rule<Name> };

const OWN_PAGES = ['own page'] as const;
const FRAMES = ['frame'] as const;
const BOTH = ['frame', 'own page'] as const;

/** Text that counts as one unit, UTF-16 units; runs that do. */
const UNIT_OF_TEXT = 10_000;
const UNIT_OF_FLOWS = 1_000;

export const RULES: Rules = {
  settings: { from: FRAMES, content: nothing },
  match: {
    from: FRAMES,
    content: matchRequest,
    cost: ({ flows, dropped }) =>
      1 + flows.text.length / UNIT_OF_TEXT + (flows.ids.length + dropped.length) / UNIT_OF_FLOWS,
  },
  report: { from: FRAMES, content: reportOf, cost: ({ report }) => 1 + report.mentions.length / 100 },
  withdraw: { from: FRAMES, content: nothing },
  loadCard: { from: FRAMES, content: nothing, cost: () => 20 },
  view: { from: BOTH, content: oneId, cost: () => 5 },
  labels: { from: BOTH, content: fewIds },
  openDossier: { from: BOTH, content: oneId, cost: () => 20 },
  mute: { from: FRAMES, content: oneEntity, cost: () => 50 },
  excerpt: { from: OWN_PAGES, content: excerptRequest },
  tabSummary: { from: OWN_PAGES, content: oneTab },
  jump: { from: OWN_PAGES, content: jumpRequest },
  about: { from: OWN_PAGES, content: nothing },
  searchEntries: { from: OWN_PAGES, content: nothing },
  feeds: { from: OWN_PAGES, content: nothing },
  feedAction: { from: OWN_PAGES, content: feedAction },
  feedChanges: { from: OWN_PAGES, content: changesRequest },
};
