/**
 * Which elements carry prose, and how they cut it into flows. Shared by the page's walker and the command
 * line's HTML reader, so that both see the same text.
 */
export type ProseRole =
  /** Runs within a line: `<b>`, `<a>`. Text goes on through it. */
  | 'inline'
  /** Ends the flow before and behind it. */
  | 'block'
  /** A line break inside a flow. */
  | 'break'
  /** Text goes on, but no name runs across its edge: footnote marks. */
  | 'edge'
  /** Nothing in it is prose: code, forms, scripts, drawings. */
  | 'skip';

const ROLES = new Map<string, ProseRole>();
const assign = (role: ProseRole, names: string) => {
  for (const name of names.split(' ')) ROLES.set(name, role);
};
assign(
  'inline',
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q ruby rb s small span strike strong time tt u var',
);
assign('break', 'br');
assign('edge', 'sup sub rt rp');
assign(
  'skip',
  'applet area audio button-group canvas code embed frame frameset head iframe img input kbd map math meter noembed noframes noscript object option optgroup output picture pre progress samp script select style svg template textarea title video xmp',
);
// Zero-width by definition: a place where a long word may break.
assign('inline', 'wbr');

/** Names of the elements that text simply runs through. */
export const INLINE_NAMES: readonly string[] = [...ROLES].filter(([, role]) => role === 'inline').map(([name]) => name);

/** Role of an element by its local name; what is not listed is a block, as unknown layout is safest cut. */
export function proseRole(localName: string): ProseRole {
  return ROLES.get(localName) ?? 'block';
}

/** Stands in a flow's text where a name must not run across; no name contains it. */
export const EDGE = '\ufffc';
