import { i18n } from '#i18n';

export interface LicenceLink {
  text: string;
  url?: string;
}

/** Licences by SPDX identifier, as readers know them. */
const KNOWN: Readonly<Record<string, LicenceLink | (() => LicenceLink)>> = {
  'Apache-2.0': { text: 'Apache License 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  'BSD-2-Clause': { text: 'BSD 2-Clause', url: 'https://spdx.org/licenses/BSD-2-Clause.html' },
  'CC-BY-4.0': { text: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  'CC-BY-SA-4.0': { text: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'CC0-1.0': { text: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'LicenseRef-MITRE-ATTACK': () => ({
    text: i18n.t('options.about.attack'),
    url: 'https://attack.mitre.org/resources/legal-and-branding/terms-of-use/',
  }),
  'LicenseRef-US-PD': () => ({
    text: i18n.t('options.about.publicDomain'),
    url: 'https://www.usa.gov/government-copyright',
  }),
  NOASSERTION: () => ({ text: i18n.t('options.about.notStated') }),
};

/** The licences of an SPDX expression, one for each alternative: "CC0-1.0 OR BSD-2-Clause" is two. */
export function licencesOf(spdx: string): LicenceLink[] {
  return spdx.split(' OR ').map((id) => {
    const known = KNOWN[id];
    if (known) return typeof known === 'function' ? known() : known;
    return id.startsWith('LicenseRef-') ? { text: id } : { text: id, url: `https://spdx.org/licenses/${id}.html` };
  });
}
