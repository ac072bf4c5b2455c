import { type HostileGroup, page, script } from '../case.ts';

/** How much of everything: a short form for every commit, the whole for `npm run test:long`. */
export interface Load {
  nodes: number;
  textUnits: number;
  mentions: number;
  scrollMs: number;
  frames: number;
}

export const SHORT: Load = { nodes: 20_000, textUnits: 1_000_000, mentions: 4_000, scrollMs: 4_000, frames: 30 };
export const LONG: Load = {
  nodes: 100_000,
  textUnits: 10_000_000,
  mentions: 20_000,
  scrollMs: 300_000,
  frames: 200,
};

const PLAIN = 'The committee met in the morning and went through its papers until noon. ';

/** Pages that are too much of something. */
export function loadOf(load: Load): HostileGroup {
  const timeoutMs = load === LONG ? load.scrollMs + 120_000 : 20_000;
  return {
    title: 'Too much',
    cases: [
      {
        name: 'rewrites a text 1,000 times a second',
        page: page(
          `<p>APT31 stays.</p><p id="busy">APT28</p>${script(`
          var writes = 0; var isOver = false;
          const busy = document.getElementById('busy');
          const channel = new MessageChannel();
          const start = performance.now();
          channel.port1.onmessage = () => {
            while (writes < performance.now() - start) busy.textContent = 'Writing ' + writes++ + ' of APT28';
            if (writes < 2000) channel.port2.postMessage(0); else { busy.textContent = 'At last APT29.'; isOver = true; }
          };
          channel.port2.postMessage(0);`)}`,
        ),
        act: (tab) => tab.waitFor('isOver', { timeoutMs }),
        marked: ['APT29', 'APT31'],
      },
      {
        name: `adds ${load.nodes.toLocaleString('en')} nodes one by one, and takes them away`,
        page: page(
          `<p>APT31 stays.</p><main id="heap"></main>${script(`
          var fill = () => { for (let i = 0; i < ${load.nodes}; i++) { const p = document.createElement(i % 2 ? 'p' : 'span'); p.textContent = 'Item ' + i; document.getElementById('heap').append(p); } };
          var empty = () => { document.getElementById('heap').replaceChildren(); document.body.append('APT28 last.'); };`)}`,
        ),
        before: ['APT31'],
        act: async (tab) => {
          await tab.evaluate('(fill(), true)');
          await tab.waitFor('new Promise((resolve) => setTimeout(() => resolve(true), 300))');
          await tab.evaluate('(empty(), true)');
        },
        marked: ['APT28', 'APT31'],
        timeoutMs,
      },
      {
        // Hidden: Chromium itself ends a renderer that has to lay out 2,000 blocks in one another.
        // Hidden: Chromium itself ends a renderer that has to lay out 2,000 blocks in one another.
        name: 'nests 10,000 deep',
        page: page(
          `<div id="deep" hidden></div>${script(`
          let at = document.getElementById('deep');
          for (let i = 0; i < 10000; i++) { const child = document.createElement(i % 3 ? 'div' : 'b'); at.append(child); at = child; }
          at.textContent = 'APT31 at the bottom.';`)}`,
        ),
        marked: ['APT31'],
        timeoutMs,
      },
      {
        name: `holds ${load.textUnits / 1_000_000} MB of text in paragraphs`,
        page: page(
          `<p>${PLAIN.repeat(20)}</p>`.repeat(Math.ceil(load.textUnits / PLAIN.length / 20)) +
            '<p>APT31 at the end.</p>',
        ),
        marked: ['APT31'],
        timeoutMs,
      },
      {
        name: `holds ${load.textUnits / 1_000_000} MB of text in one element, broken by tags`,
        page: page(
          `<div>${`${PLAIN.repeat(4)}<br>${PLAIN}<i>x</i>`.repeat(Math.ceil(load.textUnits / PLAIN.length / 5))} APT31 at the end.</div>`,
        ),
        marked: ['APT31'],
        timeoutMs,
      },
      {
        name: `is a text file of ${load.textUnits / 1_000_000} MB without a line break`,
        page: {
          '/': {
            headers: { 'content-type': 'text/plain; charset=utf-8' },
            body: `${PLAIN.repeat(Math.ceil(load.textUnits / PLAIN.length))} APT31 at the end.`,
          },
        },
        marked: ['APT31'],
        timeoutMs,
      },
      {
        name: `holds ${load.mentions.toLocaleString('en')} mentions`,
        page: page('<p>APT28 again, and APT29.</p>'.repeat(load.mentions / 2)),
        act: (tab) => tab.waitFor("CSS.highlights.get('attribution-lens-actor')?.size > 10", { timeoutMs }),
        holds: "CSS.highlights.get('attribution-lens-actor').size <= 300",
        card: 'APT28',
        timeoutMs,
      },
      {
        name: `scrolls without end for ${load.scrollMs / 1000} s`,
        page: page(
          `<main id="feed"><p>APT31 on top.</p></main>${script(`
          var posts = 0; var isOver = false; const feed = document.getElementById('feed');
          const post = () => { const article = document.createElement('article'); article.innerHTML = '<h2>Post ' + ++posts + '</h2><p>Seen today: APT28 and <b>APT29</b>.</p>'; feed.append(article); if (feed.children.length > 400) feed.firstElementChild.remove(); scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }); };
          const timer = setInterval(post, 20); setTimeout(() => { clearInterval(timer); isOver = true; }, ${load.scrollMs});`)}`,
        ),
        act: (tab) => tab.waitFor('isOver', { timeoutMs }),
        holds:
          "[...CSS.highlights.get('attribution-lens-actor') ?? []].some(({ startContainer }) => startContainer.parentElement?.closest('article')?.matches(':last-child')) && [...CSS.highlights.get('attribution-lens-actor')].every(({ startContainer }) => startContainer.isConnected)",
        timeoutMs,
      },
      {
        name: `has ${load.frames} frames`,
        page: page(
          `${'<iframe width="200" height="100" srcdoc="<p>APT31 in a frame.</p>"></iframe>'.repeat(load.frames)}<p>APT28 outside.</p>`,
        ),
        marked: ['APT28'],
        holds:
          "[...document.querySelectorAll('iframe')].every((frame) => frame.contentWindow.CSS.highlights.get('attribution-lens-actor')?.size === 1)",
        timeoutMs,
      },
      {
        name: 'writes its document anew in mid-scan',
        page: page(
          `${`<p>${PLAIN.repeat(10)} APT28.</p>`.repeat(Math.ceil(SHORT.textUnits / PLAIN.length / 10))}${script(
            `addEventListener('load', () => setTimeout(() => { document.open(); document.write('<!doctype html><title>New</title><body><p>APT31 after.</p>'); document.close(); }, 30));`,
          )}`,
        ),
        marked: ['APT31'],
        card: 'APT31',
        timeoutMs,
      },
    ],
  };
}
