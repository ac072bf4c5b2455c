import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostFromInput, isHost, isOnFor, type SiteRules, switchSite } from '../../../lib/model/sites';

const all: SiteRules = { mode: 'all', hosts: [] };
const allBut = (...hosts: string[]): SiteRules => ({ mode: 'all-but', hosts });
const only = (...hosts: string[]): SiteRules => ({ mode: 'only', hosts });

describe('isOnFor', () => {
  it.each([
    [all, 'a.com', true, 'all: any host'],
    [all, '', true, 'all: local files'],
    [{ mode: 'all', hosts: ['a.com'] } as SiteRules, 'a.com', true, 'all: a list left from another mode says nothing'],
    [allBut('a.com'), 'a.com', false, 'all but: the host'],
    [allBut('a.com'), 'www.a.com', false, 'all but: below the host'],
    [allBut('www.a.com'), 'a.com', true, 'all but: above the host'],
    [allBut('a.com'), 'aa.com', true, 'all but: a host that ends alike'],
    [allBut('a.com'), 'a.com.evil.org', true, 'all but: a host that begins alike'],
    [allBut('a.com'), '', true, 'all but: local files'],
    [allBut(), 'a.com', true, 'all but: nothing listed'],
    [only('a.com'), 'a.com', true, 'only: the host'],
    [only('a.com'), 'www.a.com', true, 'only: below the host'],
    [only('a.com'), 'b.com', false, 'only: another'],
    [only('a.com'), '', false, 'only: local files'],
    [only(), 'a.com', false, 'only: nothing listed'],
    [only('[::1]'), '[::1]', true, 'only: an IPv6 address'],
  ])('%j, "%s" → %s: %s', (rules, host, on) => {
    expect(isOnFor(rules, host)).toBe(on);
  });
});

describe('switchSite', () => {
  it.each([
    [all, 'a.com', false, allBut('a.com'), 'off under all'],
    [all, 'a.com', true, all, 'on where it is on'],
    [
      { mode: 'all', hosts: ['b.com'] } as SiteRules,
      'a.com',
      false,
      allBut('a.com'),
      'off under all, where a forgotten list must not come back',
    ],
    [allBut('a.com'), 'a.com', true, allBut(), 'on again'],
    [allBut('a.com', 'www.a.com'), 'www.a.com', true, allBut(), 'on below a host that is off: every rule over it goes'],
    [allBut('b.com'), 'a.com', false, allBut('a.com', 'b.com'), 'off, in sorted order'],
    [only('b.com'), 'a.com', true, only('a.com', 'b.com'), 'on under only'],
    [only('a.com', 'b.com'), 'a.com', false, only('b.com'), 'off under only'],
    [only(), 'a.com', false, only(), 'off where it is off'],
    [only(), '', true, only(), 'local files cannot be listed'],
  ])('%j, "%s" to %s → %j: %s', (rules, host, on, expected) => {
    expect(switchSite(rules, host, on)).toEqual(expected);
  });

  const host = fc
    .array(fc.constantFrom('a', 'b', 'www', 'com', 'org'), { minLength: 1, maxLength: 4 })
    .map((labels) => labels.join('.'));
  const rules: fc.Arbitrary<SiteRules> = fc.record({
    mode: fc.constantFrom('all', 'all-but', 'only'),
    hosts: fc.uniqueArray(host, { maxLength: 4 }),
  });

  it('does what was asked, for any rules', () => {
    fc.assert(
      fc.property(rules, host, fc.boolean(), (before, site, on) => isOnFor(switchSite(before, site, on), site) === on),
    );
  });

  it('leaves sites alone that are neither above nor below', () => {
    fc.assert(
      fc.property(rules, host, fc.boolean(), host, (before, site, on, other) => {
        const removed = before.hosts.filter((rule) => `.${site}`.endsWith(`.${rule}`));
        fc.pre(![site, ...removed].some((rule) => `.${other}`.endsWith(`.${rule}`)));
        expect(isOnFor(switchSite(before, site, on), other)).toBe(isOnFor(before, other));
      }),
    );
  });

  it('does not change the rules it was given', () => {
    const before = Object.freeze({ mode: 'all-but', hosts: Object.freeze(['b.com']) }) as SiteRules;
    switchSite(before, 'a.com', false);
    expect(before.hosts).toEqual(['b.com']);
  });
});

describe('hostFromInput', () => {
  it.each<[string, string | undefined, string]>([
    ['example.com', 'example.com', 'a host'],
    ['  Example.COM ', 'example.com', 'in capitals, with space around'],
    ['https://example.com/a?b#c', 'example.com', 'an address'],
    ['example.com/path', 'example.com', 'a host with a path'],
    ['example.com:8080', 'example.com', 'a host with a port'],
    ['https://user:pass@example.com', 'example.com', 'an address with a name and password'],
    ['bücher.example', 'xn--bcher-kva.example', 'a host in Unicode'],
    ['localhost', 'localhost', 'a host of one label'],
    ['127.0.0.1', '127.0.0.1', 'an IPv4 address'],
    ['http://[::1]:3000/', '[::1]', 'an IPv6 address'],
    ['', undefined, 'nothing'],
    ['two words', undefined, 'words'],
    ['https://', undefined, 'a scheme alone'],
    ['javascript:alert(1)', undefined, 'a script'],
    ['file:///etc/passwd', undefined, 'a local file'],
    ['*', undefined, 'a wildcard'],
    ['*.example.com', undefined, 'a host with a wildcard'],
  ])('%j → %j: %s', (input, host) => {
    expect(hostFromInput(input)).toBe(host);
  });

  it('gives a host or nothing, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.domain()), (input) => {
        const host = hostFromInput(input);
        if (host !== undefined) expect(isHost(host)).toBe(true);
      }),
    );
  });
});

describe('isHost', () => {
  it.each([
    ['example.com', true],
    ['a', true],
    ['[::1]', true],
    ['xn--bcher-kva.example', true],
    ['', false],
    ['.com', false],
    ['example.com.', false],
    ['exa mple.com', false],
    ['<script>', false],
    ['x'.repeat(254), false],
    [7, false],
    [null, false],
    [['a.com'], false],
  ])('%j → %s', (value, expected) => {
    expect(isHost(value)).toBe(expected);
  });
});
