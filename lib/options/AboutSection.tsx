import { i18n } from '#i18n';
import type { DatasetAbout } from '../model/view';
import { dateText } from '../ui/dates';
import { plural } from '../ui/language/plural';
import { Rich } from '../ui/language/Rich';
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
  const licence = <Licence spdx="CC-BY-4.0" />;
  return (
    <section class="sec" id="about" aria-labelledby="about-title">
      <h2 id="about-title">{i18n.t('options.section.about')}</h2>
      <dl class="facts">
        <dt>{i18n.t('options.about.extension')}</dt>
        <dd>
          <Rich
            of="options.about.code"
            values={{ version: <span class="num">{version}</span>, licence: <Licence spdx="Apache-2.0" /> }}
          />
        </dd>
        <dt>{i18n.t('options.about.dataset')}</dt>
        <dd>
          {about ? (
            <Rich
              of="options.about.stamped"
              values={{
                version: <span class="num">{about.stamp.version}</span>,
                date: <span class="num">{dateText(about.stamp.date)}</span>,
                licence,
              }}
            />
          ) : (
            <Rich of="options.about.compilation" values={{ licence }} />
          )}
        </dd>
      </dl>
      <h3>{i18n.t('options.about.drawsOn')}</h3>
      {about === null && <DatasetProblem />}
      {about && (
        <>
          <p class="lead">{plural('options.about.sources', about.counts.sources)}</p>
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
