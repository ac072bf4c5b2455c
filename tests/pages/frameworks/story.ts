/** What both framework pages show, step by step: names that appear, change, move, split and go. */
export interface Story {
  headline: string;
  paragraphs: { key: string; parts: (string | { bold: string })[] }[];
  note: string | null;
}

export const STEPS: readonly Story[] = [
  {
    headline: 'Reported by APT31 today',
    paragraphs: [
      { key: 'a', parts: ['Officials blame ', { bold: 'Volt Typhoon' }, ' and APT28.'] },
      { key: 'b', parts: ['The hackers of Fancy ', { bold: 'Bear' }, ' deny it.'] },
    ],
    note: 'NotPetya',
  },
  {
    headline: 'Reported by Cozy Bear today',
    paragraphs: [
      { key: 'b', parts: ['The hackers of Fancy ', { bold: 'Bear' }, ' deny it, says GCHQ.'] },
      { key: 'a', parts: ['Officials blame nobody.'] },
    ],
    note: null,
  },
  {
    headline: 'Nothing to report',
    paragraphs: [{ key: 'c', parts: [{ bold: 'Salt' }, ' Typhoon', ' and APT31', ' again'] }],
    note: 'WannaCry',
  },
  { headline: '', paragraphs: [], note: null },
  {
    headline: 'Reported by APT31 today',
    paragraphs: [{ key: 'a', parts: ['Officials blame ', { bold: 'Volt Typhoon' }, ' and APT29.'] }],
    note: 'NotPetya',
  },
];
