import { expect, test } from 'vitest';
import { inLowerCase, nameInOrder } from '../../../data/import/listed-person';
import { csvRows } from '../../../lib/feeds/reading/csv';

test.each([
  { listed: 'DOE, Jane Mary', expected: 'Jane Mary Doe' },
  { listed: 'AL-DOE, Jane', expected: 'Jane Al-Doe' },
  { listed: 'EXAMPLE COMPANY', expected: 'EXAMPLE COMPANY' },
])('nameInOrder: $listed', ({ listed, expected }) => {
  expect(nameInOrder(listed)).toBe(expected);
});

test('surnames in capitals get one capital, initials stay', () => {
  expect(inLowerCase('DOE Jane B')).toBe('Doe Jane B');
});

test.each([
  { case: 'plain', text: 'a,b\n1,2\n', expected: [{ a: '1', b: '2' }] },
  {
    case: 'commas, quotes and line breaks in quotes',
    text: 'a,b\r\n"x, ""y""\nz",2\r\n',
    expected: [{ a: 'x, "y"\nz', b: '2' }],
  },
  { case: 'empty cells', text: 'a,b,c\n,2,\n', expected: [{ a: '', b: '2', c: '' }] },
])('csvRows: $case', ({ text, expected }) => {
  expect(csvRows(text)).toEqual(expected);
});
