import { expect, test } from 'vitest';
import { daysApart, honestDate, honestEnd } from '../../../data/import/honest-date';

test.each([
  { case: 'a day stays a day', written: '2018-03-14', seenIn: [], expected: '2018-03-14' },
  { case: 'the first of January is a year', written: '2018-01-01', seenIn: [], expected: '2018' },
  {
    case: 'unless its place repeats the day',
    written: '2018-01-01',
    seenIn: ['press/2018-01-01_x'],
    expected: '2018-01-01',
  },
  { case: 'or the month', written: '2018-01-01', seenIn: ['press/2018-01_x'], expected: '2018-01' },
  { case: 'the first of a month is a month', written: '2018-05-01', seenIn: ['press/2018_x'], expected: '2018-05' },
  { case: 'words are no date', written: 'spring 2018', seenIn: [], expected: undefined },
  { case: 'nothing is no date', written: null, seenIn: [], expected: undefined },
])('honestDate: $case', ({ written, seenIn, expected }) => {
  expect(honestDate(written, ...seenIn)).toBe(expected);
});

test.each([
  { written: '2018-12-31', expected: '2018' },
  { written: '2018-04-30', expected: '2018-04' },
  { written: '2020-02-29', expected: '2020-02' },
  { written: '2020-02-28', expected: '2020-02-28' },
  { written: null, expected: undefined },
])('honestEnd: $written', ({ written, expected }) => {
  expect(honestEnd(written)).toBe(expected);
});

test.each([
  { a: '2024-03-25', b: '2024-03-28', expected: 3 },
  { a: '2024-03-25', b: '2024-03', expected: 0 },
  { a: '2024-03-25', b: '2024-04', expected: Number.POSITIVE_INFINITY },
])('daysApart: $a, $b', ({ a, b, expected }) => {
  expect(daysApart(a, b)).toBe(expected);
});
