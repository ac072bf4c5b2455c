import { useRef, useState } from 'preact/hooks';
import type { SiteRules } from '../model/sites';
import { AddSite } from './AddSite';
import { ChoiceRow } from './Setting';
import type { SavedSettings } from './use-saved-settings';

const MODES = [
  { value: 'all', text: 'all sites' },
  { value: 'all-but', text: 'all but these' },
  { value: 'only', text: 'only these' },
] as const;

/** Where names are underlined. The popup's switch for a site writes into the same list. */
export function SitesSection({ sites, save }: { sites: SiteRules; save: SavedSettings['save'] }) {
  const field = useRef<HTMLInputElement>(null);
  const [news, setNews] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const change = (next: (sites: SiteRules) => SiteRules) => save((s) => ({ ...s, sites: next(s.sites) }));

  const add = (host: string) => {
    change((rules) => ({ ...rules, hosts: [...new Set([...rules.hosts, host])].sort() }));
    setNews(`${host} added.`);
  };
  const remove = (host: string, row: number) => {
    // The button goes with its row; the focus must not go with it.
    const others = [...list.current!.querySelectorAll('button')].filter((_, i) => i !== row);
    (others[Math.min(row, others.length - 1)] ?? field.current)?.focus();
    change((rules) => ({ ...rules, hosts: rules.hosts.filter((other) => other !== host) }));
    setNews(`${host} removed.`);
  };

  return (
    <section class="sec" id="sites" aria-labelledby="sites-title">
      <h2 id="sites-title">Sites</h2>
      <p class="lead">
        A site stands for itself and for everything below it. The switch in the popup changes this list too.
      </p>
      <div class="rows">
        <ChoiceRow
          name="site-mode"
          label="Underline names on"
          options={MODES}
          value={sites.mode}
          onChoose={(mode) => change((rules) => ({ ...rules, mode }))}
        />
      </div>
      <p class="note">{noteOn(sites)}</p>
      {sites.hosts.length > 0 && (
        <ul class={sites.mode === 'all' ? 'sites idle' : 'sites'} ref={list} aria-label="Sites in the list">
          {sites.hosts.map((host, row) => (
            <li key={host}>
              <span>
                <bdi>{host}</bdi> <small>and below</small>
              </span>
              <button class="textbtn" type="button" aria-label={`Remove ${host}`} onClick={() => remove(host, row)}>
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddSite hosts={sites.hosts} onAdd={add} field={field} />
      <p class="visually-hidden" role="status">
        {news}
      </p>
    </section>
  );
}

/** What the list means as it stands, where the words beside it do not tell. */
function noteOn({ mode, hosts }: SiteRules): string {
  if (mode === 'all')
    return hosts.length ? 'This list is kept, but not used while all sites are on.' : 'No site is left out.';
  if (hosts.length) return '';
  return mode === 'only'
    ? 'No site is in the list yet, so nothing is underlined anywhere.'
    : 'No site is in the list yet, so none is left out.';
}
