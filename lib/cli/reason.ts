import type { Reason } from '../model/mention';

const WORDING: Readonly<Record<Reason['rule'], (evidence?: string) => string>> = {
  distinctive: () => 'distinctive name',
  'written-case': () => 'written exactly as the name is',
  introduced: (word) => (word ? `named as a group: “${word}”` : 'named as a group'),
  described: () => 'described by country and role',
  'same-form': () => 'called a group elsewhere on this page',
  'same-entity': (name) => (name ? `also on this page: ${name}` : 'also on this page under another name'),
  linked: (name) => (name ? `tied to ${name}, which is on this page` : 'tied to others on this page'),
  vocabulary: () => 'words about hacking nearby',
  country: (word) => (word ? `${word} on this page` : 'its country fits'),
  year: (year) => (year ? `${year} nearby` : 'the year fits'),
  unresolved: () => 'could be any of several',
};

/** One short English sentence, without a full stop, on why a span was marked or left open. */
export function reasonSentence({ rule, evidence }: Reason): string {
  return WORDING[rule](evidence[0]);
}
