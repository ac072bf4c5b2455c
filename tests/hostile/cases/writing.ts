import { type HostileGroup, page } from '../case.ts';

/** Text in every form that browsers lay out, and units that are no text at all. */
export const WRITING: HostileGroup = {
  title: 'Text and layout',
  cases: [
    {
      name: 'right to left',
      page: page('<p dir="rtl">قالت APT31 إنها لم تفعل، ثم APT28.</p>', '<style>body { direction: rtl }</style>'),
      marked: ['APT28', 'APT31'],
      card: 'APT31',
    },
    {
      name: 'vertical writing',
      page: page('<p style="writing-mode: vertical-rl; height: 300px">報告によれば APT31 が関与した。</p>'),
      marked: ['APT31'],
      card: 'APT31',
    },
    {
      name: '::first-letter and ::first-line',
      page: page(
        '<p>APT31 struck.</p>',
        '<style>p::first-letter { font-size: 3em; float: left } p::first-line { color: red }</style>',
      ),
      marked: ['APT31'],
      card: 'PT31',
    },
    {
      name: 'text-transform',
      page: page(
        '<p style="text-transform: lowercase">APT31 struck.</p><p style="text-transform: uppercase">Fancy Bear</p>',
      ),
      marked: ['APT31', 'Fancy Bear'],
      card: 'APT31',
    },
    {
      name: 'user-select: none and pointer-events: none',
      page: page('<p style="user-select: none">APT31 struck.</p><p style="pointer-events: none">APT28 too.</p>'),
      marked: ['APT28', 'APT31'],
      card: 'APT31',
    },
    {
      name: 'hidden and content-visibility content',
      page: page(
        '<p>APT31</p><p hidden>APT28</p><div style="display:none">APT28</div><section style="content-visibility:auto;contain-intrinsic-size:1px 5000px"><p>APT28</p></section><details><summary>More</summary><p>APT28</p></details>',
      ),
      marked: ['APT28', 'APT28', 'APT28', 'APT28', 'APT31'],
      card: 'APT31',
    },
    {
      name: 'tables',
      page: page('<table><tr><td>APT31</td><td>APT28</td></tr><tr><td>Fancy</td><td>Bear</td></tr></table>'),
      marked: ['APT28', 'APT31'],
      card: 'APT31',
    },
    {
      name: 'ligatures',
      page: page('<p>The oﬃce of APT31 and Fancy&nbsp;Bear, ﬂuffy.</p>'),
      marked: ['APT31', 'Fancy\u00a0Bear'],
      card: 'APT31',
    },
    {
      name: 'emoji before, behind and within',
      page: page('<p>👩🏽‍💻APT31👾 and 🐻 Fancy 🐻 Bear 🇬🇧APT28.</p>'),
      marked: ['APT28', 'APT31'],
      card: 'APT31',
    },
    {
      name: 'combining marks',
      page: page('<p>A\u0301PT31? Fa\u0301ncy Bear; Zo\u0308e saw APT31\u0301 and APT28.</p>'),
      holds:
        "[...CSS.highlights.get('attribution-lens-actor')].some((range) => range.startContainer.data.slice(range.startOffset, range.endOffset) === 'APT28')",
    },
    {
      name: 'lone surrogates, controls and noncharacters',
      page: page(
        '<p id="odd"></p><script>document.getElementById("odd").textContent = "\\ud800 APT31 \\udc00\\u0000\\ufffe APT28\\ud83d";</script>',
      ),
      marked: ['APT28', 'APT31'],
      card: 'APT31',
    },
    {
      name: 'boxes side by side without a space',
      page: page(
        '<p><span style="display:inline-block">APT31</span><span style="display:inline-block">APT28</span></p><p><a style="float:left">APT29</a><a>and</a></p>',
      ),
      marked: ['APT28', 'APT29', 'APT31'],
    },
    {
      name: 'a name across many tags, comments and empty elements',
      page: page('<p><i>F</i><!-- > " --><b></b><i>an</i><span></span>cy<wbr> <u title="a > b">Be</u>ar</p>'),
      marked: ['Fancy Bear'],
    },
  ],
};
