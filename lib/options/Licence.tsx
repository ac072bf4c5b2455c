import type { ComponentChildren } from 'preact';
import { Rich } from '../ui/language/Rich';
import { licencesOf } from './licences';
import { OutsideLink } from './OutsideLink';

/** An SPDX expression as links to the texts: "CC0 1.0 or BSD 2-Clause". */
export function Licence({ spdx }: { spdx: string }) {
  const [first, ...rest] = licencesOf(spdx).map(
    ({ text, url }): ComponentChildren =>
      url ? (
        <OutsideLink key={text} to={url}>
          {text}
        </OutsideLink>
      ) : (
        text
      ),
  );
  return (
    <>
      {rest.reduce(
        (before, next) => (
          <Rich key={spdx} of="options.about.either" values={{ first: before, second: next }} />
        ),
        first,
      )}
    </>
  );
}
