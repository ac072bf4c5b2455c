import { safeParse } from 'valibot';
import type { BrowserSender, Handlers, ToBackground } from '../../messages';
import { Refused } from './refused';
import type { Rule, Rules } from './rules';
import { type Sender, senderOf } from './sender';
import type { Turnstile } from './turnstile';

/** What answers messages that have passed: content as its rule says, and a sender that the browser vouches for. */
export type Answers = Handlers<ToBackground, Sender>;

/** What a message that breaks its rule takes of its tab's share. */
const FINE = 50;

/**
 * Puts the border before the answers: a message passes if its rule lets its sender send it, if it holds what its
 * rule says, and when its tab has not sent too much. Else its sender's promise is rejected, and nothing has happened.
 *
 * @param own origin of the extension's pages
 */
export function behindBorder(
  answers: Answers,
  rules: Rules,
  turnstile: Turnstile,
  own: string,
): Handlers<ToBackground, BrowserSender> {
  const guarded = Object.keys(rules).map((name) => {
    const rule = rules[name as keyof Rules] as Rule<keyof ToBackground>;
    const handle = answers[name as keyof Rules] as (content: unknown, sender: Sender) => unknown;
    return [name, (content: unknown, from: BrowserSender) => pass(content, from, rule, handle, turnstile, own)];
  });
  return Object.fromEntries(guarded) as Handlers<ToBackground, BrowserSender>;
}

async function pass(
  content: unknown,
  from: BrowserSender,
  rule: Rule<keyof ToBackground>,
  handle: (content: unknown, sender: Sender) => unknown,
  turnstile: Turnstile,
  own: string,
): Promise<unknown> {
  const sender = senderOf(from, own);
  if (!sender || !rule.from.includes(sender.kind)) throw new Refused('not for this sender');
  if (sender.kind === 'own page') return handle(checked(content, rule), sender);
  turnstile.refuseIfFull(sender.tab);
  const valid = checked(content, rule, () => turnstile.admit(sender.tab, FINE));
  const cost = (rule.cost as ((content: unknown) => number) | undefined)?.(valid) ?? 1;
  const turn = turnstile.admit(sender.tab, cost);
  // Without a wait there is no `await`: messages are answered in the order in which they came.
  if (turn) await turn;
  try {
    return await handle(valid, sender);
  } catch (cause) {
    // What went wrong inside is no business of a page's: browsers pass on the sentence, not the cause.
    throw new Refused('could not be answered', { cause });
  }
}

function checked(content: unknown, rule: Rule<keyof ToBackground>, onInvalid = (): unknown => undefined): unknown {
  const result = safeParse(rule.content, content, { abortEarly: true, abortPipeEarly: true });
  if (result.success) return result.output;
  onInvalid();
  throw new Refused('not what this message holds');
}
