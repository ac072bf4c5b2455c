import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { siteEntry } from './site-entry';

interface AddSiteProps {
  hosts: readonly string[];
  onAdd: (host: string) => void;
  field: Ref<HTMLInputElement>;
}

/** Adds a site by its name or by any address on it. */
export function AddSite({ hosts, onAdd, field }: AddSiteProps) {
  const [written, setWritten] = useState('');
  const [problem, setProblem] = useState('');
  const add = (event: Event) => {
    event.preventDefault();
    const entry = siteEntry(written, hosts);
    if ('problem' in entry) return setProblem(entry.problem);
    onAdd(entry.host);
    setWritten('');
    setProblem('');
  };
  return (
    <form class="add-site" noValidate onSubmit={add}>
      <p>
        <input
          ref={field}
          type="text"
          inputMode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-label={i18n.t('options.sites.field')}
          aria-invalid={problem !== ''}
          aria-describedby="add-site-problem"
          placeholder={i18n.t('options.sites.placeholder')}
          value={written}
          onInput={(event) => {
            setWritten(event.currentTarget.value);
            setProblem('');
          }}
        />
        <button class="btn" type="submit">
          {i18n.t('options.sites.add')}
        </button>
      </p>
      <p class="why-not" id="add-site-problem" role="alert">
        {problem}
      </p>
    </form>
  );
}
