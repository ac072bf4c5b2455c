import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANIFEST = {
  manifest_version: 3,
  name: 'Harness sample',
  version: '1.0',
  permissions: ['storage'],
  host_permissions: ['*://*.test/*'],
  content_scripts: [{ matches: ['*://*.test/*'], js: ['content.js'], css: ['content.css'], run_at: 'document_end' }],
  action: { default_popup: 'popup.html' },
  browser_specific_settings: { gecko: { id: 'harness-sample@attribution-lens.test' } },
};

const FILES: Record<string, string> = {
  'background.js': `
    globalThis.startedAt = performance.now();
    chrome.runtime.onMessage.addListener((message, sender, answer) => answer('heard ' + message));
  `,
  'content.css': '::highlight(sample) { background-color: rgb(255, 0, 0); }',
  'content.js': `
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('h1'));
    CSS.highlights.set('sample', new Highlight(range));

    const host = document.createElement('sample-card');
    host.popover = 'manual';
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = '<style>p { margin: 0; inline-size: 120px; block-size: 30px }</style>'
      + '<p id="said">Closed to the page</p><p hidden>never shown</p>';
    document.body.append(host);
    chrome.runtime.sendMessage('content').then((heard) => { document.documentElement.dataset.heard = heard; });
    document.addEventListener('sample-show', () => host.showPopover());
    document.addEventListener('sample-error', () => console.error('from the content script'));
  `,
  'popup.html': '<!doctype html><title>Sample popup</title><p>Popup</p><script src="popup.js"></script>',
  'popup.js': `chrome.storage.local.set({ seen: 1 }).then(() => { document.querySelector('p').textContent = 'Stored'; });`,
};

export interface SampleExtension {
  folder: string;
  remove(): Promise<void>;
}

/** A throw-away extension that does a little of all that the harness has to observe; each browser gets its manifest. */
export async function writeSampleExtension(browser: 'chromium' | 'firefox'): Promise<SampleExtension> {
  const folder = await mkdtemp(join(tmpdir(), 'attribution-lens-sample-'));
  const background = browser === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...MANIFEST, background }));
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
