import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardIsOpen, highlights, hover, type Reader, startReader, storeSettings, waitForMark } from './extension.ts';
import type { PageUnderTest } from './harness/driver.ts';
import { BROWSER_NAMES } from './harness/find-browser.ts';
import { html } from './harness/site.ts';

const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>Unusual</title><body>${body}`;

/** Pages that do what few pages do. Each case was a fault once. */
describe.each(BROWSER_NAMES)('unusual pages in %s', (name) => {
  let reader: Reader;
  let tab: PageUnderTest;

  beforeAll(async () => {
    reader = await startReader(name, { viewport: { width: 800, height: 600 } });
    reader.proxy.site('unusual.test', {
      '/editor': page('<p>APT31 outside.</p><div id="box">The hackers of APT28 and Volt Typhoon.</div>'),
      '/sheets': page('<p>APT31 struck.</p><p id="late"></p>'),
      '/clobbered': page(
        '<form><p>In a form: APT31.</p><input name="nextSibling"><input name="firstChild"><input name="parentNode"><input name="nodeType"></form><p>Behind it: APT28.</p>',
      ),
      '/log.txt': {
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: Array.from({ length: 1500 }, (_, i) => `${i} APT31 seen`).join('\n'),
      },
      '/opened': page('<p>APT31 before.</p>'),
      '/moved': page('<main id="a"><p>APT31</p></main><main id="b"></main>'),
      '/custom': page(
        '<style>x-word { display: inline }</style><p>Fancy <x-word>Bear</x-word> and <x-name>APT31</x-name> struck.</p>',
      ),
      '/strict': html(page('<style>* { all: unset !important }</style><p>APT31 under a strict policy.</p>'), {
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'",
      }),
      '/dialog': page(
        '<dialog id="d" style="width:500px;height:400px"><p>In a dialog: APT31.</p></dialog><script>document.getElementById("d").showModal()</script>',
      ),
      '/frames': page(
        `<p>APT29 outside.</p><iframe width="500" height="300" srcdoc="<p>APT31</p><iframe width='400' height='200' srcdoc='<p>APT28</p>'></iframe>"></iframe>`,
      ),
    });
    tab = await reader.browser.newPage();
  });
  afterAll(() => reader?.close());

  const open = (path: string) => tab.goto(`http://unusual.test${path}`);
  const marks = async () =>
    Object.values(await highlights(tab))
      .flat()
      .sort();
  const settled = async (wanted: string[]) => {
    const deadline = Date.now() + 5_000;
    for (;;) {
      const found = await marks();
      if (JSON.stringify(found) === JSON.stringify(wanted)) return;
      if (Date.now() > deadline) throw new Error(`marked ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  };

  test('a block that becomes an editor loses its marks, and what is typed gets none', async () => {
    await open('/editor');
    await settled(['APT28', 'APT31', 'Volt Typhoon']);
    await tab.evaluate(() => document.getElementById('box')!.setAttribute('contenteditable', 'true'));
    await settled(['APT31']);
    await tab.evaluate(() => {
      document.getElementById('box')!.textContent = 'my shopping list, APT28';
    });
    await settled(['APT31']);
    await tab.evaluate(() => document.getElementById('box')!.removeAttribute('contenteditable'));
    await settled(['APT28', 'APT31']);
  });

  test('a page that throws out our sheet gets it back with the next mark', async () => {
    await open('/sheets');
    await waitForMark(tab, 'actor', 'APT31');
    await tab.evaluate(() => {
      document.adoptedStyleSheets = [];
      document.getElementById('late')!.textContent = 'Then Volt Typhoon came.';
    });
    await waitForMark(tab, 'actor', 'Volt Typhoon');
    expect(await tab.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
  });

  test('a page that puts another highlight under our name does not keep ours away', async () => {
    await open('/sheets');
    await waitForMark(tab, 'actor', 'APT31');
    await tab.evaluate(() => {
      CSS.highlights.set('attribution-lens-actor', new Highlight());
      document.getElementById('late')!.textContent = 'Then Volt Typhoon came.';
    });
    await waitForMark(tab, 'actor', 'Volt Typhoon');
  });

  test('a form whose fields are named like the tree’s properties is read to its end', async () => {
    await open('/clobbered');
    await settled(['APT28', 'APT31']);
  });

  test('a long text file is marked where the reader is', async () => {
    await open('/log.txt');
    await waitForMark(tab, 'actor', 'APT31');
    await tab.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' }));
    const visible = () =>
      [...(CSS.highlights.get('attribution-lens-actor') ?? [])].filter((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const { top } = live.getBoundingClientRect();
        return top > 0 && top < innerHeight;
      }).length;
    await tab.waitFor(`(${visible})() > 10`);
    expect((await marks()).length).toBeLessThanOrEqual(300);
  });

  test('a document written anew is read, and its cards open', async () => {
    await open('/opened');
    await waitForMark(tab, 'actor', 'APT31');
    await tab.evaluate(() => {
      document.open();
      document.write('<!doctype html><title>New</title><body><p>APT28 after.</p>');
      document.close();
    });
    await settled(['APT28']);
    expect(await hover(tab, 'APT28')).toContain('APT28');
    await tab.press('Escape');
  });

  test('text that moves keeps its mark, once', async () => {
    await open('/moved');
    await settled(['APT31']);
    await tab.evaluate(() => document.getElementById('b')!.append(document.querySelector('#a p')!));
    await settled(['APT31']);
    expect(
      await tab.evaluate(
        () => [...CSS.highlights.get('attribution-lens-actor')!][0]!.startContainer.parentElement!.parentElement!.id,
      ),
    ).toBe('b');
  });

  test('custom elements within a line are read as text, and leave nothing when they go', async () => {
    await open('/custom');
    await settled(['APT31', 'Fancy Bear']);
    await tab.evaluate(() => document.querySelector('x-name')!.remove());
    await settled(['Fancy Bear']);
  });

  test('a card opens under a strict policy and hostile styles', async () => {
    await open('/strict');
    await waitForMark(tab, 'actor', 'APT31');
    expect(await hover(tab, 'APT31')).toContain('Attributed to');
    await tab.press('Escape');
  });

  test('a card opens above a modal dialog', async () => {
    await open('/dialog');
    await waitForMark(tab, 'actor', 'APT31');
    expect(await hover(tab, 'APT31')).toContain('Attributed to');
    expect(await tab.evaluate(() => document.querySelector('attribution-lens-card')?.parentElement?.id)).toBe('d');
    await tab.press('Escape');
    expect(await cardIsOpen(tab)).toBe(false);
  });

  test('a site that is switched off is off in the frames of its frames', async () => {
    const count = () => {
      const outer = document.querySelector('iframe')!.contentWindow as unknown as {
        CSS: typeof CSS;
        document: Document;
      };
      const inner = outer.document.querySelector('iframe')?.contentWindow as unknown as { CSS: typeof CSS } | undefined;
      return CSS.highlights.size + outer.CSS.highlights.size + (inner?.CSS.highlights.size ?? 0);
    };
    await open('/frames');
    await tab.waitFor(`(${count})() === 3`);
    await storeSettings(reader, { sites: { mode: 'all-but', hosts: ['unusual.test'] } });
    await tab.waitFor(`(${count})() === 0`);
    await storeSettings(reader, {});
  });
});
