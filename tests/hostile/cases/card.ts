import { hover, placeOf } from '../../browser/extension.ts';
import { ChromiumPage } from '../../browser/harness/chromium-page.ts';
import { type HostileGroup, page, script } from '../case.ts';

const HOST = 'attribution-lens-card';
const STRUCK = '<p>APT31 struck at noon.</p>';
const watching = (what: string) =>
  script(`var seen = 0; new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node.localName === '${HOST}') { seen++; ${what} }
  }).observe(document, { childList: true, subtree: true });`);
const gone = `!document.querySelector('${HOST}')`;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Opens the card without minding what the page then does to it. */
const rest = async (tab: Parameters<typeof placeOf>[0], text: string) => {
  const { x, y } = await placeOf(tab, text);
  await tab.mouseMove(x - 2, y);
  await tab.mouseMove(x, y);
};

/** Pages that go for the card: one host element with a closed root. */
export const CARD: HostileGroup = {
  title: 'The card',
  cases: [
    {
      name: 'removes our host as soon as it comes',
      page: page(STRUCK, watching('node.remove();')),
      before: ['APT31'],
      act: async (tab) => {
        await rest(tab, 'APT31');
        await tab.waitFor('seen > 0');
        await pause(300);
      },
      marked: ['APT31'],
      holds: gone,
    },
    {
      name: 'moves our host elsewhere',
      page: page(
        `${STRUCK}<div id="elsewhere"></div>`,
        watching(
          "const there = document.getElementById('elsewhere'); if (node.parentNode !== there) there.append(node);",
        ),
      ),
      before: ['APT31'],
      act: async (tab) => {
        await rest(tab, 'APT31');
        await tab.waitFor('seen > 0');
        await pause(300);
        await tab.mouseMove(700, 590);
        await tab.press('Escape');
      },
      marked: ['APT31'],
      holds: gone,
    },
    {
      name: 'hides and closes our popover, and takes its attributes away',
      page: page(
        STRUCK,
        watching(
          "setTimeout(() => { node.hidePopover(); node.removeAttribute('popover'); node.removeAttribute('style'); });",
        ),
      ),
      before: ['APT31'],
      act: async (tab) => {
        await rest(tab, 'APT31');
        await tab.waitFor('seen > 0');
        await pause(300);
        await tab.mouseMove(700, 590);
        await tab.press('Escape');
      },
      holds: gone,
    },
    {
      name: 'fakes pointer events to open cards',
      page: page(
        STRUCK +
          script(`var fake = () => { for (const type of ['pointermove', 'mousemove', 'pointerover', 'pointerdown', 'pointerup', 'click'])
            for (const p of document.querySelectorAll('p')) { const { x, y } = p.getBoundingClientRect();
              p.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: x + 20, clientY: y + 8, pointerType: type === 'pointerdown' ? 'touch' : 'mouse' })); } };`),
        watching(''),
      ),
      before: ['APT31'],
      act: async (tab) => {
        await tab.evaluate('(fake(), setInterval(fake, 20), true)');
        await pause(800);
      },
      marked: ['APT31'],
      holds: 'seen === 0',
    },
    {
      name: 'covers and restyles the card',
      page: page(
        `${STRUCK}<div style="position:fixed;inset:0;z-index:2147483647;pointer-events:none;background:#fff3"></div>`,
        `<style>* { all: unset !important; } ${HOST}, ${HOST} * { display: none !important; opacity: 0 !important; visibility: hidden !important; transform: scale(0) !important; clip-path: inset(50%) !important; left: -9999px !important; pointer-events: none !important; content-visibility: hidden !important; }</style>`,
      ),
      before: ['APT31'],
      card: 'APT31',
    },
    {
      name: 'looks into our host',
      page: page(STRUCK, watching('')),
      before: ['APT31'],
      act: (tab) => hover(tab, 'APT31'),
      holds: `(() => { const host = document.querySelector('${HOST}'); return host.shadowRoot === null && host.innerHTML === '' && host.attributes.length === 2; })()`,
    },
    {
      name: 'goes elsewhere in mid-hover',
      page: { '/': page(STRUCK), '/next': page('<p>APT28 here.</p>') },
      before: ['APT31'],
      act: async (tab) => {
        await rest(tab, 'APT31');
        await pause(250);
        await tab.evaluate("(setTimeout(() => { location.pathname += 'next'; }), true)");
      },
      marked: ['APT28'],
    },
    {
      name: 'changes its address in mid-hover',
      page: page(`${STRUCK}<p id="late"></p>`),
      before: ['APT31'],
      act: async (tab) => {
        await rest(tab, 'APT31');
        await pause(200);
        await tab.evaluate(
          "(history.pushState({}, '', 'there'), document.getElementById('late').textContent = 'APT28 too.', true)",
        );
      },
      marked: ['APT28', 'APT31'],
    },
    {
      name: 'opens a modal dialog',
      page: page(
        `<dialog id="d" style="width:500px;height:400px"><p>In a dialog: APT31.</p></dialog>${script('document.getElementById("d").showModal()')}`,
      ),
      before: ['APT31'],
      card: 'APT31',
    },
    {
      name: 'opens a modal dialog in a shadow root',
      page: page(
        `<p>APT28 outside.</p><div id="host"></div>${script(`
          const root = document.getElementById('host').attachShadow({ mode: 'open' });
          root.innerHTML = '<dialog style="width:500px;height:400px"><p id="words">APT31 in a dialog.</p></dialog>';
          root.querySelector('dialog').showModal();`)}`,
      ),
      before: ['APT28', 'APT31'],
      act: async (tab) => {
        const { x, y } = await tab.evaluate(() => {
          const words = document.getElementById('host')!.shadowRoot!.getElementById('words')!;
          const box = words.getBoundingClientRect();
          return { x: box.x + 15, y: box.y + box.height / 2 };
        });
        await tab.mouseMove(x - 1, y);
        await tab.mouseMove(x, y);
        await tab.waitFor(`(() => {
          const host = document.getElementById('host').shadowRoot.querySelector('${HOST}');
          const box = host?.getBoundingClientRect();
          const top = box && document.getElementById('host').shadowRoot.elementFromPoint(box.x + 40, box.y + 20);
          return top === host && box.height > 60;
        })()`);
        await tab.press('Escape');
      },
      holds: "!document.getElementById('host').shadowRoot.querySelector('attribution-lens-card')",
    },
    {
      name: 'goes fullscreen',
      page: page(
        `<button id="go">Go</button><section id="full" style="background:#fff"><p>APT31 in full.</p></section>${script(
          "document.getElementById('go').onclick = () => document.getElementById('full').requestFullscreen();",
        )}`,
      ),
      before: ['APT31'],
      only: 'chromium',
      act: async (tab) => {
        // The first-run page may have come before it, and only the tab in front may go fullscreen.
        if (tab instanceof ChromiumPage) await tab.commands.send('Page.bringToFront');
        const { x, y } = await placeOf(tab, 'Go');
        await tab.mouseClick(x, y);
        await tab.waitFor('document.fullscreenElement !== null');
      },
      card: 'APT31',
    },
    {
      name: 'zooms its root',
      page: page('<p style="margin:60px 0 0 80px">APT31 struck at noon.</p>', '<style>html { zoom: 1.6 }</style>'),
      before: ['APT31'],
      card: 'APT31',
    },
    {
      name: 'zooms its body and scales its root font',
      page: page(
        '<p style="margin-top:60px">APT31 struck at noon.</p>',
        '<style>html { font-size: 40px } body { zoom: 0.7 }</style>',
      ),
      before: ['APT31'],
      card: 'APT31',
    },
    {
      name: 'has a strict policy and Trusted Types',
      page: {
        '/': {
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy':
              "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-same-origin allow-scripts",
          },
          body: page('<p>APT31 under a strict policy.</p>'),
        },
      },
      before: ['APT31'],
      card: 'APT31',
      // Firefox asks for an icon by itself.
      ownErrors: /favicon\.ico/,
    },
  ],
};
