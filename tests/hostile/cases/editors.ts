import { placeOf } from '../../browser/extension.ts';
import type { PageUnderTest } from '../../browser/harness/driver.ts';
import { type HostileGroup, page, script } from '../case.ts';

const typed = 'APT31 wrote to APT28 ';
const outside = '<p>APT29 outside.</p>';

const typeInto = (selector: string) => async (tab: PageUnderTest) => {
  await tab.evaluate((wanted: string) => (document.querySelector(wanted) as HTMLElement).focus(), selector);
  await tab.type(typed);
};
const says = (read: string) => `(${read}).replaceAll('\\xa0', ' ').includes('${typed.trim()}')`;

/** What is being written is its writer's, and is never marked. */
export const EDITORS: HostileGroup = {
  title: 'Editors',
  cases: [
    {
      name: 'contenteditable, typed in',
      page: page(`${outside}<div id="e" contenteditable="true">Dear APT28, </div>`),
      before: ['APT29'],
      act: typeInto('#e'),
      marked: ['APT29'],
      holds: says("document.getElementById('e').textContent"),
    },
    {
      name: 'contenteditable="plaintext-only" in a shadow root',
      page: page(
        `${outside}<x-editor></x-editor>${script("document.querySelector('x-editor').attachShadow({ mode: 'open' }).innerHTML = '<p contenteditable=\"plaintext-only\">APT28</p>';")}`,
      ),
      marked: ['APT29'],
      holds: "document.querySelector('x-editor').shadowRoot.textContent === 'APT28'",
    },
    {
      name: 'textarea and input',
      page: page(`${outside}<textarea id="t">APT28</textarea><input value="APT31">`),
      before: ['APT29'],
      act: typeInto('#t'),
      marked: ['APT29'],
      holds: says("document.getElementById('t').value"),
    },
    {
      name: 'an editor of CodeMirror’s kind: lines of a contenteditable, written anew at each key',
      page: page(
        `${outside}<div class="cm-content" contenteditable="true" id="e"><div class="cm-line">APT28</div></div>${script(`
        const content = document.getElementById('e'); var text = '';
        content.addEventListener('beforeinput', (event) => {
          event.preventDefault(); text += event.data ?? '';
          const line = document.createElement('div'); line.className = 'cm-line'; line.append(text, document.createElement('span')); content.replaceChildren(line);
        });`)}`,
      ),
      before: ['APT29'],
      act: typeInto('#e'),
      marked: ['APT29'],
      holds: says('text'),
    },
    {
      name: 'an editor of ProseMirror’s kind: undoes every change that is not its own',
      page: page(
        `${outside}<div id="e" contenteditable="true"><p>APT28 in a draft.</p></div>${script(`
        const content = document.getElementById('e'); var foreign = 0;
        new MutationObserver((records) => { foreign += records.length; }).observe(content, { childList: true, subtree: true, characterData: true, attributes: true });`)}`,
      ),
      before: ['APT29'],
      act: async (tab) => {
        const { x, y } = await placeOf(tab, 'draft');
        await tab.mouseMove(x, y);
        await tab.waitFor('new Promise((resolve) => setTimeout(() => resolve(true), 500))');
      },
      marked: ['APT29'],
      holds: 'foreign === 0',
    },
    {
      name: 'designMode from the start',
      page: page(`${outside}${script("document.designMode = 'on';")}`),
      act: (tab) => tab.waitFor('new Promise((resolve) => setTimeout(() => resolve(true), 500))'),
      marked: [],
    },
    {
      name: 'designMode switched on later',
      page: page(outside),
      before: ['APT29'],
      act: (tab) => tab.evaluate("(document.designMode = 'on', document.querySelector('p').append(' APT28'), true)"),
      marked: [],
    },
  ],
};
