import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { EntityView } from '../model/view';
import { listNames } from './lists';
import { otherNames, vendorRows } from './names';

const FEW_VENDORS = 4;

/** Names by who uses them, and those that nobody on file claims. */
export function NameRows({ view }: { view: EntityView }) {
  const [showsAll, setShowsAll] = useState(false);
  const rows = vendorRows(view.entity);
  const others = otherNames(view.entity);
  if (!rows.length && !others.length) return null;
  const shown = showsAll ? rows : rows.slice(0, FEW_VENDORS);
  return (
    <section class="card-sec" aria-label={i18n.t('names.title')}>
      <h3>
        {i18n.t(rows.length ? 'names.byUser' : 'names.others')}
        {rows.length > FEW_VENDORS && (
          <button class="textbtn" type="button" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? i18n.t('card.showFewer') : i18n.t('card.showAll', { count: rows.length })}
          </button>
        )}
      </h3>
      {rows.length > 0 && (
        <dl class="vendors">
          {shown.map((row) => [
            <dt key={row.vendor}>{row.vendor}</dt>,
            <dd key={`${row.vendor} names`}>
              {row.names.map((name, i) => (
                <span key={name.text}>
                  {i > 0 && ', '}
                  <bdi lang={name.lang}>{name.text}</bdi>
                  {name.note && <small> {name.note}</small>}
                </span>
              ))}
            </dd>,
          ])}
        </dl>
      )}
      {others.length > 0 && (showsAll || rows.length <= FEW_VENDORS) && (
        <p class="aka">
          {rows.length > 0 && <b>{i18n.t('names.also')}</b>}
          <bdi>
            {listNames(
              others.map(({ text }) => text),
              showsAll ? others.length : 8,
            )}
          </bdi>
        </p>
      )}
    </section>
  );
}
