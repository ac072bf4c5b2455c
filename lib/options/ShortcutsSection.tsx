import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

interface Command {
  name?: string;
  description?: string;
  shortcut?: string;
}

/** The browser's keys for the extension as they are now, and the way to where they are changed. */
export function ShortcutsSection() {
  const [commands, setCommands] = useState<Command[]>([]);
  useEffect(() => {
    const read = () => void browser.commands.getAll().then(setCommands);
    read();
    // The keys are changed elsewhere, in another tab.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return (
    <section class="sec" id="shortcuts" aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{i18n.t('options.section.shortcuts')}</h2>
      <p class="lead">{i18n.t('options.shortcuts.lead')}</p>
      <dl class="keys">
        {commands.map(({ name, description, shortcut }) => (
          <div key={name}>
            <dt>{description || i18n.t('options.shortcuts.open')}</dt>
            <dd>{shortcut ? <kbd>{shortcut}</kbd> : i18n.t('options.shortcuts.none')}</dd>
          </div>
        ))}
      </dl>
      {import.meta.env.FIREFOX ? (
        <p class="small">{i18n.t('options.shortcuts.howFirefox')}</p>
      ) : (
        <p class="small">
          {i18n.t('options.shortcuts.how')}{' '}
          <button
            class="textbtn"
            type="button"
            onClick={() => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' })}
          >
            {i18n.t('options.shortcuts.change')}
          </button>
        </p>
      )}
    </section>
  );
}
