import { describe, expect, test } from 'vitest';
import { htmlText } from '../../../lib/cli/html-text';
import { plainTextFlows } from '../../../lib/cli/plain-text';

const flowsOf = (html: string) => {
  const { text, flows } = htmlText(html);
  return flows.map(({ start, end }) => text.slice(start, end));
};

describe('htmlText', () => {
  test.each<[string, string, string[]]>([
    ['inline elements do not cut', '<p>Fancy <b>Bear</b></p>', ['Fancy Bear']],
    ['nor inside a word', '<p>Fan<i>cy B</i>ear</p>', ['Fancy Bear']],
    ['the space may stand inside the element', '<p>Fancy<b> Bear </b>met</p>', ['Fancy Bear met']],
    ['spaces on both sides of a tag are one', '<p>Fancy <b> Bear</b></p>', ['Fancy Bear']],
    ['white space of the source is one space', '<p>\n  Fancy\n\t\t\t\t\t\tBear\n</p>', ['Fancy Bear']],
    ['a no-break space stays', '<p>Fancy&nbsp;Bear&nbsp; &nbsp;met</p>', ['Fancy\u00a0Bear\u00a0 \u00a0met']],
    ['but not alone', '<p>&nbsp;</p><p>a</p>', ['a']],
    ['a soft hyphen stays', '<p>Not&shy;Petya</p>', ['Not\u00adPetya']],
    ['<wbr> leaves nothing', '<p>Not<wbr>Petya</p>', ['NotPetya']],
    ['code is no prose', '<p>run <code>apt28</code> now</p>', ['run \ufffc now']],
    ['code at the edge leaves no mark', '<p><code>apt28</code> now <code>x</code></p>', ['now']],
    ['skipped elements in a row leave one mark', '<p>a <img><svg><title>APT28</title></svg>b</p>', ['a \ufffcb']],
    ['footnote marks part names', '<p>APT28<sup>1</sup> and</p>', ['APT28\ufffc1\ufffc and']],
    ['a break is a line break', '<p>Fancy <br>\n Bear<br/></p>', ['Fancy\nBear']],
    ['scripts and styles', '<p>a<script>"APT28"</script><style>p{}</style>b</p>', ['a\ufffcb']],
    ['nested blocks cut before and behind', '<div>a<div>b<p>c</p>d</div>e</div>', ['a', 'b', 'c', 'd', 'e']],
    ['lists and tables', '<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>', ['a', 'b', 'c', 'd']],
    ['an unknown element is a block', 'a<x-card>b</x-card>c', ['a', 'b', 'c']],
    ['the head is left out', '<title>APT28</title><p>a</p>', ['a']],
    ['templates and comments', '<p>a<!-- APT28 -->b</p><template><p>APT28</p></template>', ['ab']],
    ['a hidden block', '<p>a</p><p hidden>APT28<b>x</b></p><p>b</p>', ['a', 'b']],
    ['a hidden run', '<p>Fancy <span hidden=until-found>x</span>Bear</p>', ['Fancy \ufffcBear']],
    [
      'an editor is not read',
      '<p>a</p><div contenteditable><p>APT28</p></div><p contenteditable=false>b</p>',
      ['a', 'b'],
    ],
    [
      'form fields',
      '<form>Name <input value=APT28><textarea>APT28</textarea><button>Go</button></form>',
      ['Name', 'Go'],
    ],
    ['no markup at all', 'Fancy Bear', ['Fancy Bear']],
    ['nothing', '', []],
  ])('%s', (_, html, expected) => {
    expect(flowsOf(html)).toEqual(expected);
  });

  test('flows are parted by a blank line, which reading the text again cuts at', () => {
    const { text, flows } = htmlText('<h1>One</h1><p>two<br>lines <code>x</code>.<p>three');
    expect(text).toBe('One\n\ntwo\nlines \ufffc.\n\nthree');
    expect(plainTextFlows(text)).toEqual(flows);
  });

  test('nesting deeper than the call stack', () => {
    expect(flowsOf(`${'<b><div>'.repeat(3000)}a`)).toEqual(['a']);
  });
});
