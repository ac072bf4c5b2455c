import type { Entity } from '../model/record';
import { localNames } from './local-names';

/** The name at home and in the reader's language, each told to screen readers as what it is. */
export function LocalNameLine({ entity }: { entity: Entity }) {
  const names = localNames(entity);
  if (!names.length) return null;
  return (
    <p class="card-local">
      {names.map(({ text, lang }, i) => (
        <span key={lang}>
          {i > 0 && ' · '}
          <bdi lang={lang}>{text}</bdi>
        </span>
      ))}
    </p>
  );
}
