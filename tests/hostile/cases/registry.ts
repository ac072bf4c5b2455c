import { type HostileGroup, page, script } from '../case.ts';

const STRUCK = '<p>APT31 struck.</p><p id="late">Nothing yet.</p>';
const nextMark = "document.getElementById('late').textContent = 'Then APT28 came.'";

/** Pages that lay hands on what we register, or on the constructors that we need. */
export const REGISTRY: HostileGroup = {
  title: 'What we paint with',
  cases: [
    {
      name: 'clears CSS.highlights',
      page: page(STRUCK),
      before: ['APT31'],
      act: (tab) => tab.evaluate(`(CSS.highlights.clear(), ${nextMark}, true)`),
      marked: ['APT28', 'APT31'],
    },
    {
      name: 'clears CSS.highlights on every frame',
      page: page(
        STRUCK +
          script(
            'var frames = 0; var clear = () => { CSS.highlights.clear(); frames++; requestAnimationFrame(clear); }; clear();',
          ),
      ),
      holds: 'frames > 30',
    },
    {
      name: 'registers its own highlight under our name',
      page: page(STRUCK),
      before: ['APT31'],
      act: (tab) => tab.evaluate(`(CSS.highlights.set('attribution-lens-actor', new Highlight()), ${nextMark}, true)`),
      marked: ['APT28', 'APT31'],
    },
    {
      name: 'empties our highlight',
      page: page(STRUCK),
      before: ['APT31'],
      act: (tab) => tab.evaluate(`(CSS.highlights.get('attribution-lens-actor').clear(), ${nextMark}, true)`),
      marked: ['APT28', 'APT31'],
    },
    {
      name: 'replaces CSS.highlights',
      page: page(
        STRUCK,
        script(
          "var real = CSS.highlights; Object.defineProperty(CSS, 'highlights', { value: new Map(), configurable: true });",
        ),
      ),
      holds: "[...real.get('attribution-lens-actor') ?? []].length === 1",
      card: 'APT31',
    },
    {
      name: 'replaces Highlight, Range, StaticRange, MutationObserver and IntersectionObserver',
      page: page(
        STRUCK,
        script(
          'for (const name of ["Highlight", "Range", "StaticRange", "MutationObserver", "IntersectionObserver", "CSSStyleSheet", "WeakRef", "AbortController"]) window[name] = class { constructor() { throw new Error("ours"); } };',
        ),
      ),
      marked: undefined,
      act: (tab) => tab.waitFor("CSS.highlights.get('attribution-lens-actor')?.size === 1"),
      holds: "document.querySelectorAll('p').length === 2",
    },
    {
      name: 'replaces attachShadow, showPopover and every member of Element.prototype',
      page: page(
        STRUCK,
        script(`const spoilt = () => { throw new Error('spoilt'); };
          const kept = ['scrollIntoView', 'getClientRects', 'getBoundingClientRect', 'textContent'];
          for (const prototype of [Element.prototype, HTMLElement.prototype]) for (const [name, { get, value, configurable }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
            if (!configurable || kept.includes(name) || name === 'constructor') continue;
            if (get) Object.defineProperty(prototype, name, { get: spoilt, set: spoilt, configurable: true });
            else if (typeof value === 'function') prototype[name] = spoilt;
          }`),
      ),
      act: (tab) => tab.waitFor("CSS.highlights.get('attribution-lens-actor')?.size === 1"),
      only: 'chromium',
    },
    {
      name: 'names its fields like the members of the tree',
      page: page(
        '<form><p>In a form: APT31.</p><input name="nextSibling"><input name="firstChild"><input name="parentNode"><input name="nodeType"><input name="localName"><input name="textContent"><input name="querySelector"><input name="getAttribute"></form><p>Behind it: APT28.</p>',
      ),
      marked: ['APT28', 'APT31'],
      card: 'APT31',
    },
    {
      name: 'throws out our style sheet again and again',
      page: page(
        STRUCK + script('var times = 0; setInterval(() => { document.adoptedStyleSheets = []; times++; }, 5);'),
      ),
      marked: ['APT31'],
      holds: 'times > 30',
    },
    {
      name: 'reads all that it can of us: ranges, and nothing else',
      page: page(
        STRUCK,
        script(`var keys = Object.getOwnPropertyNames(window).sort().join(); var heard = [];
          addEventListener('message', (event) => heard.push(event.data));
          var clean = () => Object.getOwnPropertyNames(window).sort().join() === keys && !heard.length
            && document.documentElement.attributes.length === 1 && !document.querySelector('[class*=attribution], [id*=attribution], [data-attribution-lens]')
            && [...CSS.highlights.keys()].every((name) => name.startsWith('attribution-lens-'));`),
      ),
      marked: ['APT31'],
      holds: 'clean()',
      card: 'APT31',
    },
  ],
};
