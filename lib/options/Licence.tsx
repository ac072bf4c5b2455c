import { Fragment } from 'preact';
import { licencesOf } from './licences';
import { OutsideLink } from './OutsideLink';

/** An SPDX expression as links to the texts: "CC0 1.0 or BSD 2-Clause". */
export function Licence({ spdx }: { spdx: string }) {
  return (
    <>
      {licencesOf(spdx).map(({ text, url }, i) => (
        <Fragment key={text}>
          {i > 0 && ' or '}
          {url ? <OutsideLink to={url}>{text}</OutsideLink> : text}
        </Fragment>
      ))}
    </>
  );
}
