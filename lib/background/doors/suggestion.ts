import type { SearchHit } from '../../search/name-search';

/** Chromium reads descriptions as XML, and refuses all of them when one is not well formed; Firefox takes text. */
export function description({ entry, via }: SearchHit, isXml = !import.meta.env.FIREFOX): string {
  const name = isXml ? `<match>${escaped(entry.name)}</match>` : entry.name;
  const beside = [via, entry.country].flatMap((text) => (text ? [isXml ? escaped(text) : text] : []));
  if (!beside.length) return name;
  return isXml ? `${name} <dim>${beside.join(' · ')}</dim>` : `${name} (${beside.join(' · ')})`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
