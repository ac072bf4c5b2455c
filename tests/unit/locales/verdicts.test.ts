import { expect, test } from 'vitest';
import { verdictOf } from '../../../lib/model/verdict';
import { confusionPhrases } from '../../../lib/ui/confusion-text';
import type { Phrase } from '../../../lib/ui/language/template';
import { denialText, verdictPhrases } from '../../../lib/ui/verdict-text';
import { quoted } from '../../../lib/ui/words';
import { LOCALES, speak } from '../../fixtures/locales';
import { VIEWS, viewOf } from './verdict-views';

test('the verdicts of every language are those in verdicts.md, for readers of each to check', async () => {
  const sections = VIEWS.map(([title, of, said]) => {
    const view = viewOf(of, said);
    const verdict = verdictOf(view);
    const lines = LOCALES.map((locale) => {
      speak(locale);
      const sentences = [marked(verdictPhrases(verdict, view)), denialText(verdict, view)];
      if (verdict.clauses.length && view.label.kind !== 'agency')
        sentences.push(marked(confusionPhrases({ label: view.label }, verdict)));
      return `- ${locale}: ${sentences.filter(Boolean).join(' / ')}`;
    });
    return [`## ${title}`, '', ...lines].join('\n');
  });
  await expect(`# Verdicts\n\n${sections.join('\n\n')}\n`).toMatchFileSnapshot('verdicts.md');
});

function marked(phrases: readonly Phrase[]): string {
  return phrases.map(({ text, strong, quote }) => (strong ? `**${text}**` : quote ? quoted(text) : text)).join('');
}
