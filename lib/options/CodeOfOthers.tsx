import { i18n } from '#i18n';
import { Rich } from '../ui/language/Rich';
import { Licence } from './Licence';
import libraries from './libraries.json';
import { OutsideLink } from './OutsideLink';

/** The packages in the extension and their licences; `npm run licences` writes the list. */
export function CodeOfOthers() {
  return (
    <>
      <h3>{i18n.t('libraries.title')}</h3>
      <p class="lead">
        <Rich of="libraries.texts" values={{ notice: <a href="/NOTICE.txt">NOTICE.txt</a> }} />
      </p>
      <ul class="credits">
        {libraries.map(({ name, spdx, url }) => (
          <li key={name}>
            <p>
              <OutsideLink to={url}>{name}</OutsideLink>
            </p>
            <p>
              <Licence spdx={spdx} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
