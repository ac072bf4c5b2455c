import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
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
          aria-label="Site to add"
          aria-invalid={problem !== ''}
          aria-describedby="add-site-problem"
          placeholder="example.org, or paste an address"
          value={written}
          onInput={(event) => {
            setWritten(event.currentTarget.value);
            setProblem('');
          }}
        />
        <button class="btn" type="submit">
          Add
        </button>
      </p>
      <p class="why-not" id="add-site-problem" role="alert">
        {problem}
      </p>
    </form>
  );
}
