import { describe, expect, test } from 'vitest';
import type { Mention } from '../../../lib/model/mention';
import { Outbox } from '../../../lib/page/outbox';
import { type PageReport, summary, type WrittenMention } from '../../../lib/page/report';

function written(id: string, words: string, more: Partial<Mention> = {}): WrittenMention {
  const reason = { rule: 'distinctive', evidence: [] } as const;
  const mention = { start: 0, end: 1, kind: 'actor', entities: [id], certainty: 1, ...more, reason } as unknown;
  return { mention: mention as Mention, written: words };
}

function summed(byFlow: [number, WrittenMention[]][], withDescribed = false): PageReport {
  const steps = summary(new Map(byFlow), 7, ({ described }) => withDescribed || !described);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

describe('the summary of a page', () => {
  test('counts each name once a mention, with up to four spellings', () => {
    const many = ['APT31', 'APT 31', 'APT31', 'apt31', 'Apt31', 'APT-31'].map((words) => written('actor:apt31', words));
    const report = summed([
      [1, many],
      [2, [written('actor:apt28', 'APT28', { certainty: 0.5 })]],
    ]);
    expect(report).toEqual({
      words: 7,
      mentions: [
        {
          entities: ['actor:apt31'],
          kind: 'actor',
          count: 6,
          faint: 0,
          written: ['APT31', 'APT 31', 'apt31', 'Apt31'],
        },
        { entities: ['actor:apt28'], kind: 'actor', count: 1, faint: 1, written: ['APT28'] },
      ],
    });
  });

  test.each([
    [false, 0],
    [true, 1],
  ])('with described bodies shown: %s', (withDescribed, count) => {
    const described = written('agency:cn-mss', 'China’s spy agency', { described: true });
    expect(summed([[1, [described]]], withDescribed).mentions).toHaveLength(count);
  });
});

test('an outbox joins texts, and their lengths cut them apart again', () => {
  const outbox = new Outbox();
  outbox.post(4, 'one\u0000');
  outbox.post(9, '');
  outbox.post(2, 'two');
  outbox.drop(1);
  expect(outbox.take()).toEqual({ batch: { ids: [4, 9, 2], lengths: [4, 0, 3], text: 'one\u0000two' }, dropped: [1] });
  expect(outbox.isEmpty).toBe(true);
});
