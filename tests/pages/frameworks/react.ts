import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { STEPS } from './story';

function Page() {
  const [step, setStep] = useState(0);
  (globalThis as Record<string, unknown>).show = (next: number) => flushSync(() => setStep(next));
  const story = STEPS[step]!;
  return createElement(
    'article',
    null,
    createElement('h1', null, story.headline),
    story.note && createElement('aside', null, 'Note: ', story.note, '.'),
    story.paragraphs.map(({ key, parts }) =>
      createElement('p', { key }, ...parts.map((part) => (typeof part === 'string' ? part : createElement('b', null, part.bold)))),
    ),
  );
}

createRoot(document.getElementById('root')!).render(createElement(Page));
