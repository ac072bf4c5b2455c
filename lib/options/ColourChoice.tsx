import type { Scheme } from '../page/highlight-style';
import { contrast, contrastText, ENOUGH_FOR_LINES, GROUND } from './contrast';

interface ColourChoiceProps {
  /** "actors" */
  category: string;
  scheme: Scheme;
  /** `#rrggbb` */
  color: string;
  onDrag: (color: string) => void;
  onSet: (color: string) => void;
}

/** The colour of one category in one scheme, on that scheme's ground, with the contrast it has there. */
export function ColourChoice({ category, scheme, color, onDrag, onSet }: ColourChoiceProps) {
  const ratio = contrast(color, GROUND[scheme]);
  const isWeak = ratio < ENOUGH_FOR_LINES;
  const contrastId = `contrast-${category}-${scheme}`;
  return (
    <>
      <label class="sw">
        <input
          class={`swatch on-${scheme}`}
          type="color"
          aria-label={`Change the colour of ${category} on ${scheme} pages`}
          aria-describedby={contrastId}
          value={color}
          onInput={(event) => onDrag(event.currentTarget.value)}
          onChange={(event) => onSet(event.currentTarget.value)}
        />
        <span class="textbtn">Change</span>
      </label>
      <span class={isWeak ? 'ratio weak num' : 'ratio num'} id={contrastId}>
        <span class="visually-hidden">Contrast </span>
        {contrastText(ratio)}
        {isWeak && <b> faint</b>}
      </span>
    </>
  );
}
