import { ok, deepStrictEqual as same } from 'node:assert';
import { DocumentMatcher, type FlowMentions } from '../../lib/matching/document.ts';
import { fold } from '../../lib/matching/fold.ts';
import type { NameIndex } from '../../lib/matching/name-index.ts';
import type { Mention } from '../../lib/model/mention.ts';
import { Random } from '../bench/material/random.ts';
import type { Spellings } from './spellings.ts';

/** The matcher on a page of these flows. Gives the number of mentions. */
export function checkPage(flows: readonly string[], order: number, index: NameIndex, folds: Spellings): number {
  const whole = new DocumentMatcher(index);
  for (const [flow, text] of flows.entries()) whole.put(flow, text);
  const mentions = whole.mentions();
  for (const one of mentions) checkMentions(flows[one.flow]!, one.mentions, folds);
  const whatever = JSON.stringify(inPortions(flows, new Random(order + 1), index));
  if (whatever !== JSON.stringify(marked(mentions)))
    same(JSON.parse(whatever), marked(mentions), 'order or portions change the answer');
  return mentions.reduce((sum, one) => sum + one.mentions.length, 0);
}

function checkMentions(text: string, mentions: readonly Mention[], folds: Spellings): void {
  let last = 0;
  for (const { start, end, kind, entities, certainty, described, reason } of mentions) {
    ok(start >= last && end > start && end <= text.length, `a mention at ${start}–${end} after ${last}`);
    ok(entities.length > 0 && entities.every((id) => id.startsWith(`${kind}:`)), `${kind}: ${entities}`);
    same(new Set(entities).size, entities.length, 'an entity twice');
    ok(certainty > 0 && certainty <= 1, `certainty ${certainty}`);
    const written = text.slice(start, end);
    same(written.trim(), written, 'a mention with blanks at its edges');
    // Bodies may be told by country and role, incidents by victim and act, and a page may give names of its own.
    const isOwn = reason.rule === 'same-entity';
    if (!described && !isOwn && kind !== 'incident' && !(kind === 'agency' && reason.rule === 'country')) {
      const folded = fold(written);
      ok(folds.has(folded) || folds.isBegun(folded), `"${written}" is no name (${reason.rule})`);
    }
    last = end;
  }
}

/** Flows in another order, some sent twice, some taken away and sent again, with answers asked for in between. */
function inPortions(flows: readonly string[], random: Random, index: NameIndex): FlowMentions[] {
  const matcher = new DocumentMatcher(index);
  const answers = new Map<number, Mention[]>();
  const take = () => {
    for (const { flow, mentions } of matcher.changes()) answers.set(flow, mentions);
  };
  const left = flows.map((_, flow) => flow);
  while (left.length) {
    const [flow] = left.splice(random.below(left.length), 1) as [number];
    if (random.chance(0.3)) matcher.put(flow, flows[random.below(flows.length)]!);
    if (random.chance(0.2)) take();
    if (random.chance(0.2)) {
      matcher.drop(flow);
      answers.delete(flow);
    }
    matcher.put(flow, flows[flow]!);
    if (random.chance(0.5)) take();
  }
  take();
  return marked([...answers].map(([flow, mentions]) => ({ flow, mentions })).sort((a, b) => a.flow - b.flow));
}

function marked(answers: readonly FlowMentions[]): FlowMentions[] {
  return answers.filter(({ mentions }) => mentions.length);
}
