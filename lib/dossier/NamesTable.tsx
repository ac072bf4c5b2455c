import { i18n } from '#i18n';
import type { Entity } from '../model/record';
import { otherNames, vendorRows } from '../ui/names';

/** Names by who uses them, and how far each covers the same; then those that nobody on file claims. */
export function NamesTable({ entity }: { entity: Entity }) {
  const rows = vendorRows(entity);
  const others = otherNames(entity);
  if (!rows.length && !others.length) return null;
  return (
    <section aria-labelledby="h-names">
      <h2 id="h-names">{i18n.t(rows.length ? 'names.byUser' : 'names.others')}</h2>
      {rows.length > 0 && (
        <table class="vt">
          <thead>
            <tr>
              <th scope="col">{i18n.t('dossier.names.who')}</th>
              <th scope="col">{i18n.t('dossier.names.name')}</th>
              <th scope="col">{i18n.t('dossier.names.covers')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap(({ vendor, names }) =>
              names.map(({ text, lang, note }, i) => (
                <tr key={`${vendor} ${text}`}>
                  <th scope="row">{i ? <span class="visually-hidden">{vendor}</span> : vendor}</th>
                  <td>
                    <bdi lang={lang}>{text}</bdi>
                  </td>
                  <td>{note ?? i18n.t('names.same')}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
      {others.length > 0 && (
        <p class="d-also">
          {rows.length > 0 && <b>{i18n.t('names.also')} </b>}
          {others.map(({ text, lang }, i) => (
            <span key={text}>
              {i > 0 && ', '}
              <bdi lang={lang}>{text}</bdi>
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
