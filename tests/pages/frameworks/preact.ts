import { h, render } from 'preact';
import { STEPS } from './story';

const root = document.getElementById('root')!;

function show(step: number): void {
  const story = STEPS[step]!;
  render(
    h(
      'article',
      null,
      h('h1', null, story.headline),
      story.note && h('aside', null, 'Note: ', story.note, '.'),
      story.paragraphs.map(({ key, parts }) => h('p', { key }, ...parts.map((part) => (typeof part === 'string' ? part : h('b', null, part.bold))))),
    ),
    root,
  );
}

(globalThis as Record<string, unknown>).show = show;
show(0);
