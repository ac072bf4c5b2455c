import { ok, deepStrictEqual as same } from 'node:assert';
import fc from 'fast-check';
import { RULES } from '../../lib/background/border/rules.ts';
import type { SenderKind } from '../../lib/background/border/sender.ts';
import { attendedBackground } from '../fixtures/attended-background.ts';
import { type BackgroundWorld, OWN_ID, OWN_ORIGIN, type SenderLike } from '../fixtures/background-world.ts';
import { message, sender } from './messages.ts';
import type { Suite } from './suite.ts';

const REFUSALS: ReadonlySet<string> = new Set([
  'not for this sender',
  'not what this message holds',
  'too many messages',
  'too much text',
]);

/** What nobody but the reader may see; stands in the settings, in another tab's report and on no page. */
const SECRETS = ['secret-bank.test', 'secret spelling'];
/** A tab that no generated sender is in. */
const OTHER_TAB = 77;

/**
 * Messages of any shape from anybody, through the border to the real answers. What must hold: nothing is thrown but
 * refusals, a refusal leaves no trace, no answer tells a frame what is not its own, and nothing opens but dossiers.
 */
export const border: Suite = async (count, seed) => {
  const clock = { now: 0 };
  const world = await attendedBackground(clock);
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', onUnhandled);
  const tally = { refused: 0, unanswered: 0, answered: 0 };
  await hideSecrets(world);
  const run = async (from: SenderLike, sent: unknown) => {
    clock.now += 10;
    tally[await exchange(world, from, sent)]++;
  };
  try {
    for (let tried = 0; tried < count; tried += 2_000) {
      const numRuns = Math.min(2_000, count - tried);
      await fc.assert(fc.asyncProperty(sender, message, run), { numRuns, seed: seed + tried });
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  } finally {
    process.off('unhandledRejection', onUnhandled);
  }
  same(unhandled, []);
  return { of: 'messages', count, also: tally };
};

async function hideSecrets(world: BackgroundWorld): Promise<void> {
  world.stored.local.set('settings', { sites: { mode: 'all-but', hosts: [SECRETS[0]] } });
  const mentions = [{ entities: ['actor:apt31'], kind: 'actor', count: 1, faint: 0, written: [SECRETS[1]] }];
  world.stored.session.set(`tab:${OTHER_TAB}`, { 0: { mentions, words: 1 } });
}

async function exchange(world: BackgroundWorld, from: SenderLike, sent: unknown): Promise<keyof typeof TALLY> {
  const before = stateOf(world);
  const deeds = world.deeds.length;
  let answer: unknown;
  try {
    answer = await world.send(sent, from);
  } catch (error) {
    // Between contexts an error is its sentence and no more; "could not be answered" would be a fault inside.
    ok(error instanceof Error && REFUSALS.has(error.message), `not a refusal: ${error}`);
    same(stateOf(world), before, 'a refused message changed something');
    same(world.deeds.length, deeds, 'a refused message did something');
    return 'refused';
  }
  const kind = kindOf(from);
  if (answer === 'unanswered') {
    same(stateOf(world), before);
    return 'unanswered';
  }
  const name = (sent as { to: keyof typeof RULES }).to;
  ok(kind && RULES[name].from.includes(kind), `${name} answered to ${JSON.stringify(from)}`);
  if (kind === 'frame') checkWhatAFrameGets(world, from, name, answer, before, deeds);
  return 'answered';
}

const TALLY = { refused: 0, unanswered: 0, answered: 0 };

function checkWhatAFrameGets(
  world: BackgroundWorld,
  from: SenderLike,
  name: string,
  answer: unknown,
  before: string,
  deeds: number,
): void {
  const told = JSON.stringify(answer) ?? '';
  for (const secret of SECRETS) ok(!told.includes(secret), `${name} told a frame "${secret}"`);
  for (const deed of world.deeds.slice(deeds)) {
    const isDossier = /^tabs\.create \{"url":"[^"?]*\/dossier\.html#(actor|agency|incident):[a-z0-9-]+"\}$/.test(deed);
    const isOwnCard = deed.includes(`"tabId":${from.tab!.id},"frameIds":[${from.frameId}]`);
    ok(isDossier || isOwnCard, deed);
  }
  // A frame's own: what it reported, and that its reader muted a name in its card.
  const others = (state: string) =>
    (JSON.parse(state) as [string, Record<string, unknown>][][]).map((area) =>
      area
        .filter(([key]) => key !== `tab:${from.tab!.id}`)
        .map(([key, value]) => (key === 'settings' && name === 'mute' ? [key, value.sites] : [key, value])),
    );
  same(others(stateOf(world)), others(before), `${name} changed what is not its own`);
}

function stateOf(world: BackgroundWorld): string {
  return JSON.stringify([[...world.stored.local], [...world.stored.session]]);
}

/** Who it is, told apart another way than the border does it. */
function kindOf({ id, origin, url, frameId, tab }: SenderLike): SenderKind | undefined {
  if (id !== OWN_ID) return undefined;
  if (origin === OWN_ORIGIN) return frameId === undefined || frameId === 0 ? 'own page' : undefined;
  const isTab = Number.isInteger(tab?.id) && tab!.id! >= 0 && Number.isInteger(frameId) && frameId! >= 0;
  return isTab && typeof origin === 'string' && !url?.startsWith(OWN_ORIGIN) ? 'frame' : undefined;
}
