const FULL_NAMES: Readonly<Record<string, string>> = {
  EU: 'European Union',
  NATO: 'NATO',
  UN: 'United Nations',
  CZ: 'Czech Republic',
};

const regions = new Intl.DisplayNames(['en'], { type: 'region' });

/** English name of a country or bloc, "United Kingdom"; an organisation's name is left as it is. */
export function countryName(code: string): string {
  return FULL_NAMES[code] ?? (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code);
}
