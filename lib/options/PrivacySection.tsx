import { i18n } from '#i18n';

const FACTS = [
  ['options.privacy.text', 'options.privacy.textSays'],
  ['options.privacy.network', 'options.privacy.networkSays'],
  ['options.privacy.settings', 'options.privacy.settingsSay'],
  ['options.privacy.names', 'options.privacy.namesSay'],
] as const;

/** What happens to what is read. Each sentence states an invariant of the code: change one, change both. */
export function PrivacySection() {
  return (
    <section class="sec" id="privacy" aria-labelledby="privacy-title">
      <h2 id="privacy-title">{i18n.t('options.section.privacy')}</h2>
      <p class="lead">{i18n.t('options.privacy.lead')}</p>
      <dl class="facts">
        {FACTS.map(([of, says]) => [<dt key={of}>{i18n.t(of)}</dt>, <dd key={says}>{i18n.t(says)}</dd>])}
      </dl>
    </section>
  );
}
