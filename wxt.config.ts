import { basename, join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { writeCompiled } from './data/build/compile';
import { recordPackages } from './lib/cli/release/bundled';
import { fixZip } from './lib/cli/release/fixed-zip';

export default defineConfig({
  // Every dependency is visible where it is used.
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  i18n: { localesDir: join(import.meta.dirname, 'lib', 'locales') },
  vite: () => ({ plugins: [withoutInnerHtml(), preact({ reactAliasesEnabled: false })] }),
  hooks: {
    // The dataset is compiled from its records on every build; nothing compiled is kept in the repository.
    'build:publicAssets': (wxt, assets) => {
      const compiled = writeCompiled(join(wxt.config.root, 'data'), join(wxt.config.root, '.cache', 'dataset'));
      for (const { name, path } of compiled) assets.push({ absoluteSrc: path, relativeDest: `data/${name}` });
      // Licences of the code in it ask to go with every copy.
      for (const name of ['LICENSE', 'NOTICE'])
        assets.push({ absoluteSrc: join(wxt.config.root, name), relativeDest: `${name}.txt` });
    },
    'build:done': (wxt, output) => recordPackages(basename(wxt.config.outDir), output),
    'zip:extension:done': (_, path) => fixZip(path),
    'zip:sources:done': (_, path) => fixZip(path),
  },
  manifest: ({ browser }) => ({
    name: 'Attribution Lens',
    description: '__MSG_manifest_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'contextMenus', 'alarms'],
    omnibox: { keyword: 'lens' },
    // Reading any page that the reader opens is the product; the card's script is put there on first use.
    host_permissions: ['<all_urls>'],
    content_scripts: [
      { matches: ['<all_urls>'], js: ['page.js'], all_frames: true, match_about_blank: true, run_at: 'document_idle' },
    ],
    action: { default_title: 'Attribution Lens' },
    commands: {
      'next-mention': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_manifest_nextMention__',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_manifest_previousMention__',
      },
      'toggle-site': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_manifest_toggleSite__',
      },
      // The browser opens the popup itself.
      _execute_action: { suggested_key: { default: 'Alt+Shift+H' } },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'attribution-lens@attribution-lens.org',
              // The first that paints `text-decoration` in `::highlight()`: without it, nothing would be underlined.
              strict_min_version: '146.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          minimum_chrome_version: '123',
          // Firefox takes the same keys without a schema.
          storage: { managed_schema: 'policy-schema.json' },
        }),
  }),
  // For the reviewers of Firefox's store: what a build takes, and not what checks it.
  zip: { excludeSources: ['.cache/**', 'tests/**', 'docs/images/**'] },
});

/**
 * Takes `dangerouslySetInnerHTML` out of Preact: nothing here uses it, so nothing, a hostile feed least of
 * all, can ever reach it, and the add-on linter has nothing to warn of. Fails the build when Preact changes.
 */
function withoutInnerHtml() {
  return {
    name: 'without-inner-html',
    transform(code: string, id: string) {
      if (!/preact\/dist\/preact\.(mjs|module\.js)/.test(id)) return undefined;
      const changed = code.replace(/\(\w+\.innerHTML=\w+\.__html\)/, '(0)');
      if (changed === code) throw new Error('Preact sets innerHTML in another way now: mend withoutInnerHtml.');
      return { code: changed, map: null };
    },
  };
}
