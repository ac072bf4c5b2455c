import { i18n } from '#i18n';
import type { EntityKind } from '../model/record';
import type { Scheme } from '../page/highlight-style';
import { contrast, contrastText, ENOUGH_FOR_LINES, GROUND } from './contrast';

interface ColourChoiceProps {
  kind: EntityKind;
  scheme: Scheme;
  /** `#rrggbb` */
  color: string;
  onDrag: (color: string) => void;
  onSet: (color: string) => void;
}

/** The colour of one category in one scheme, on that scheme's ground, with the contrast it has there. */
export function ColourChoice({ kind, scheme, color, onDrag, onSet }: ColourChoiceProps) {
  const ratio = contrast(color, GROUND[scheme]);
  const isWeak = ratio < ENOUGH_FOR_LINES;
  const contrastId = `contrast-${kind}-${scheme}`;
  const kinds = i18n.t(`kind.${kind}.many`);
  const label = i18n.t(scheme === 'light' ? 'options.category.colourLight' : 'options.category.colourDark', { kinds });
  return (
    <>
      <label class="sw">
        <input
          class={`swatch on-${scheme}`}
          type="color"
          aria-label={label}
          aria-describedby={contrastId}
          value={color}
          onInput={(event) => onDrag(event.currentTarget.value)}
          onChange={(event) => onSet(event.currentTarget.value)}
        />
        <span class="textbtn">{i18n.t('options.category.change')}</span>
      </label>
      <span class={isWeak ? 'ratio weak num' : 'ratio num'} id={contrastId}>
        <span class="visually-hidden">{i18n.t('options.category.contrast')}</span>
        {contrastText(ratio)}
        {isWeak && <b> {i18n.t('options.category.faint')}</b>}
      </span>
    </>
  );
}
