import type { DatasetAbout } from '../model/view';
import { dateText, plural } from '../ui/words';
import { CodeOfOthers } from './CodeOfOthers';
import { DatasetProblem } from './DatasetProblem';
import { Licence } from './Licence';
import { OutsideLink } from './OutsideLink';

interface AboutSectionProps {
  /** Of the extension, from its manifest. */
  version: string;
  about: DatasetAbout | null | undefined;
}

/** Versions, licences, and thanks to those whose work the dataset builds on. */
export function AboutSection({ version, about }: AboutSectionProps) {
  return (
    <section class="sec" id="about" aria-labelledby="about-title">
      <h2 id="about-title">About and credits</h2>
      <dl class="facts">
        <dt>Extension</dt>
        <dd>
          <span class="num">{version}</span>, code under the <Licence spdx="Apache-2.0" />
        </dd>
        <dt>Core dataset</dt>
        <dd>
          {about && (
            <>
              <span class="num">
                {about.stamp.version} of {dateText(about.stamp.date)}
              </span>
              ,{' '}
            </>
          )}
          compilation under <Licence spdx="CC-BY-4.0" />
        </dd>
      </dl>
      <h3>Datasets it draws on</h3>
      {about === null && <DatasetProblem />}
      {about && (
        <>
          <p class="lead">
            What was taken from them stays under their own licences. Besides, each claim links to the pages that make
            it; {plural(about.counts.sources, 'source is', 'sources are')} on file.
          </p>
          <ul class="credits">
            {about.credits.map((credit) => (
              <li key={credit.url}>
                <p>
                  <b>
                    <OutsideLink to={credit.url}>{credit.publisher}</OutsideLink>
                  </b>
                  {credit.version && <small class="num">{credit.version}</small>}
                </p>
                <p>
                  <Licence spdx={credit.spdx} />
                  {credit.credit && <small>{credit.credit}</small>}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <CodeOfOthers />
    </section>
  );
}
