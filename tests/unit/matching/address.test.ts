import { describe, expect, it } from 'vitest';
import { standsInAddress } from '../../../lib/matching/address';
import { countryOfHost } from '../../../lib/matching/countries';

describe('standsInAddress', () => {
  it.each([
    ['https://a.b/NAME', true, 'path of a web address'],
    ['http://NAME.example/', true, 'host of a web address'],
    ['ftp://a/NAME', true, 'any scheme'],
    ['www.NAME.com', true, 'host without scheme'],
    ['a.org/x/NAME', true, 'path without scheme'],
    ['me@NAME.org', true, 'mail host'],
    ['NAME@a.org', true, 'mail name'],
    ['NAME.com', true, 'host'],
    ['NAME.tar.gz', true, 'file name'],
    ['/usr/NAME', true, 'path'],
    ['./NAME', true, 'relative path'],
    ['C:\\NAME', true, 'Windows path'],
    ['NAME', false, 'alone'],
    ['NAME.', false, 'end of a sentence'],
    ['NAME.Next', false, 'missing space after a sentence'],
    ['NAME/other', false, 'a slash for "or"'],
    ['other/NAME', false, 'a slash for "or", behind'],
    ['and/or NAME', false, 'a slash in another word'],
    ['x@y.z NAME', false, 'behind an address and a space'],
    ['NAME’s', false, 'possessive'],
    ['(NAME)', false, 'in brackets'],
    ['@NAME', false, 'a handle'],
    ['#NAME', false, 'a hashtag'],
    ['e.g. NAME', false, 'behind an abbreviation'],
    ['U.S./NAME', false, 'behind an abbreviation and a slash'],
  ])('%s → %s: %s', (text, expected) => {
    const start = text.indexOf('NAME');
    expect(standsInAddress(text, start, start + 4)).toBe(expected);
  });
});

describe('countryOfHost', () => {
  it.each([
    ['www.gov.uk', 'GB'],
    ['www.ncsc.govt.nz', 'NZ'],
    ['cisa.gov', 'US'],
    ['navy.mil', 'US'],
    ['europa.eu', 'EU'],
    ['BSI.BUND.DE', 'DE'],
    ['nukib.gov.cz.', 'CZ'],
    ['example.com', undefined],
    ['t.co', undefined],
    ['some.io', undefined],
    ['localhost', undefined],
    ['constructor', undefined],
    ['', undefined],
    ['10.0.0.1', undefined],
    ['[::1]', undefined],
  ])('%s → %s', (host, country) => {
    expect(countryOfHost(host)).toBe(country);
  });
});
