import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SiteRules } from '../model/sites';
import { AddSite } from './AddSite';
import { ChoiceRow } from './Setting';
import type { SavedSettings } from './use-saved-settings';

const modes = () =>
  [
    { value: 'all', text: i18n.t('options.sites.all') },
    { value: 'all-but', text: i18n.t('options.sites.allBut') },
    { value: 'only', text: i18n.t('options.sites.only') },
  ] as const;

interface SitesSectionProps {
  sites: SiteRules;
  save: SavedSettings['save'];
  /** The organisation decides. */
  isHeld: boolean;
}

/** Where names are underlined. The popup's switch for a site writes into the same list. */
export function SitesSection({ sites, save, isHeld }: SitesSectionProps) {
  const field = useRef<HTMLInputElement>(null);
  const [news, setNews] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const change = (next: (sites: SiteRules) => SiteRules) => save((s) => ({ ...s, sites: next(s.sites) }));

  const add = (host: string) => {
    change((rules) => ({ ...rules, hosts: [...new Set([...rules.hosts, host])].sort() }));
    setNews(i18n.t('options.sites.added', { host }));
  };
  const remove = (host: string, row: number) => {
    // The button goes with its row; the focus must not go with it.
    const others = [...list.current!.querySelectorAll('button')].filter((_, i) => i !== row);
    (others[Math.min(row, others.length - 1)] ?? field.current)?.focus();
    change((rules) => ({ ...rules, hosts: rules.hosts.filter((other) => other !== host) }));
    setNews(i18n.t('options.sites.removed', { host }));
  };

  return (
    <section class="sec" id="sites" aria-labelledby="sites-title">
      <h2 id="sites-title">{i18n.t('options.section.sites')}</h2>
      <p class="lead">{i18n.t('options.sites.lead')}</p>
      <fieldset disabled={isHeld}>
        {isHeld && (
          <p class="note">
            <span class="tag">{i18n.t('feeds.managed')}</span>
          </p>
        )}
        <div class="rows">
          <ChoiceRow
            name="site-mode"
            label={i18n.t('options.sites.mode')}
            options={modes()}
            value={sites.mode}
            onChoose={(mode) => change((rules) => ({ ...rules, mode }))}
          />
        </div>
        <p class="note">{noteOn(sites)}</p>
        {sites.hosts.length > 0 && (
          <ul
            class={sites.mode === 'all' ? 'sites idle' : 'sites'}
            ref={list}
            aria-label={i18n.t('options.sites.list')}
          >
            {sites.hosts.map((host, row) => (
              <li key={host}>
                <span>
                  <bdi>{host}</bdi> <small>{i18n.t('options.sites.below')}</small>
                </span>
                <button
                  class="textbtn"
                  type="button"
                  aria-label={i18n.t('options.sites.removeHost', { host })}
                  onClick={() => remove(host, row)}
                >
                  {i18n.t('options.sites.remove')}
                </button>
              </li>
            ))}
          </ul>
        )}
        <AddSite hosts={sites.hosts} onAdd={add} field={field} />
      </fieldset>
      <p class="visually-hidden" role="status">
        {news}
      </p>
    </section>
  );
}

/** What the list means as it stands, where the words beside it do not tell. */
function noteOn({ mode, hosts }: SiteRules): string {
  if (mode === 'all') return i18n.t(hosts.length ? 'options.sites.idle' : 'options.sites.noneOut');
  if (hosts.length) return '';
  return i18n.t(mode === 'only' ? 'options.sites.emptyOnly' : 'options.sites.emptyAllBut');
}
