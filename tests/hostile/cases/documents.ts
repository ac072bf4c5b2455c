import type { ChromiumPage } from '../../browser/harness/chromium-page.ts';
import { type HostileGroup, page, script } from '../case.ts';

const as = (type: string, body: string) => ({ '/': { headers: { 'content-type': `${type}; charset=utf-8` }, body } });
const inFrame = (count: number) =>
  `document.querySelector('iframe').contentWindow.CSS.highlights.get('attribution-lens-actor')?.size === ${count}`;

/** Documents and frames of every kind, and what browsers do with them. */
export const DOCUMENTS: HostileGroup = {
  title: 'Documents and frames',
  cases: [
    {
      name: 'XHTML',
      page: as(
        'application/xhtml+xml',
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>X</title></head><body><p>APT31 and Fancy <b>Bear</b>.</p></body></html>',
      ),
      marked: ['APT31', 'Fancy Bear'],
      card: 'APT31',
    },
    {
      name: 'SVG',
      page: as(
        'image/svg+xml',
        '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><text x="10" y="50">APT31</text></svg>',
      ),
      holds: "document.querySelector('text').textContent === 'APT31'",
      marked: [],
    },
    { name: 'plain text', page: as('text/plain', 'APT31\nand APT28\n'), marked: ['APT28', 'APT31'], card: 'APT31' },
    {
      name: 'XML',
      page: as('application/xml', '<feed><title>APT31</title></feed>'),
      holds: 'document.documentElement !== null',
    },
    {
      name: 'quirks mode',
      page: { '/': { headers: { 'content-type': 'text/html' }, body: '<title>Quirks</title><p>APT31<p>APT28' } },
      marked: ['APT28', 'APT31'],
      card: 'APT31',
    },
    {
      name: 'an about:blank frame that a script fills',
      page: page(
        `<iframe width="400" height="200"></iframe>${script("document.querySelector('iframe').contentDocument.body.innerHTML = '<p>APT31 inside.</p>';")}`,
      ),
      holds: inFrame(1),
    },
    {
      name: 'a srcdoc frame',
      page: page('<p>APT28</p><iframe width="400" height="200" srcdoc="<p>APT31</p>"></iframe>'),
      marked: ['APT28'],
      holds: inFrame(1),
    },
    {
      name: 'a frame that is small at first and grows',
      page: page(
        `<iframe width="40" height="20" srcdoc="<p>APT31</p>"></iframe>${script("setTimeout(() => { const frame = document.querySelector('iframe'); frame.width = 400; frame.height = 200; }, 400);")}`,
      ),
      holds: inFrame(1),
    },
    {
      name: 'sandboxed frames, with and without scripts',
      page: page(
        '<p>APT28</p><iframe width="300" height="100" sandbox srcdoc="<p>APT31</p>"></iframe><iframe width="300" height="100" sandbox="allow-scripts" srcdoc="<p>APT31</p><script>parent.postMessage(1, `*`)</script>"></iframe>',
        script('var heard = 0; addEventListener("message", () => heard++);'),
      ),
      marked: ['APT28'],
      holds: 'heard === 1',
    },
    {
      name: 'a frame that is taken away in mid-scan',
      page: page(
        `<p>APT28</p>${script(`const frame = document.createElement('iframe'); frame.srcdoc = '<p>APT31 goes on.</p>'.repeat(3000); frame.width = 400; frame.height = 200;
          frame.onload = () => setTimeout(() => frame.remove(), 20); document.body.append(frame);`)}`,
      ),
      marked: ['APT28'],
      holds: "!document.querySelector('iframe')",
    },
    {
      name: 'the back/forward cache',
      page: { '/': page('<p>APT31 here.</p>'), '/next': page('<p>APT28 there.</p>') },
      before: ['APT31'],
      act: async (tab) => {
        await tab.evaluate("(setTimeout(() => { location.pathname += 'next'; }), true)");
        await tab.waitFor("document.body.textContent.includes('there') && CSS.highlights.size > 0");
        await tab.evaluate('(history.back(), true)');
      },
      marked: ['APT31'],
      holds: "document.body.textContent.includes('here')",
    },
    {
      name: 'prerender',
      page: {
        '/': page(
          '<p>APT31 here.</p><a id="go" href="next">Next</a>',
          '<script type="speculationrules">{"prerender":[{"urls":["next"],"eagerness":"immediate"}]}</script>',
        ),
        '/next': page('<p>APT28 there.</p>'),
      },
      before: ['APT31'],
      only: 'chromium',
      act: async (tab) => {
        await tab.waitFor('new Promise((resolve) => setTimeout(() => resolve(true), 600))');
        await tab.evaluate("(document.getElementById('go').click(), true)");
      },
      marked: ['APT28'],
      card: 'APT28',
    },
    {
      name: 'print',
      page: page('<p>APT31 on paper.</p>', script('var printed = 0; addEventListener("afterprint", () => printed++);')),
      before: ['APT31'],
      only: 'chromium',
      act: (tab) => (tab as ChromiumPage).commands.send('Page.printToPDF'),
      marked: ['APT31'],
      card: 'APT31',
    },
    {
      name: 'turns dark by an attribute: its marks follow',
      page: page(
        '<p>APT31 by night.</p>',
        '<style>body { background: #fff; color: #000 } .dark body { background: #111; color: #eee }</style>',
      ),
      before: ['APT31'],
      act: (tab) => tab.evaluate("(document.documentElement.className = 'dark', true)"),
      holds:
        "[...document.adoptedStyleSheets].some((sheet) => [...sheet.cssRules].some((rule) => rule.cssText.includes('255, 138, 92') || rule.cssText.includes('ff8a5c')))",
      marked: ['APT31'],
    },
    {
      name: 'attaches shadow roots late',
      page: page(
        `<p>APT28</p><x-late></x-late>${script("setTimeout(() => { document.querySelector('x-late').attachShadow({ mode: 'open' }).innerHTML = '<p>APT31 late.</p>'; }, 700);")}`,
      ),
      marked: ['APT28', 'APT31'],
    },
  ],
};
