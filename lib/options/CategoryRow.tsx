import { i18n } from '#i18n';
import type { EntityKind } from '../model/record';
import type { CategoryStyle, Scheme, UnderlineStyle } from '../page/highlight-style';
import { DEFAULTS } from '../settings';
import { ColourChoice } from './ColourChoice';

const LINES: readonly UnderlineStyle[] = ['solid', 'dotted', 'dashed', 'double', 'wavy'];
const SCHEMES: readonly Scheme[] = ['light', 'dark'];

interface CategoryRowProps {
  kind: EntityKind;
  isOn: boolean;
  /** The organisation holds the switch. */
  isHeld: boolean;
  style: CategoryStyle;
  onSwitch: (isOn: boolean) => void;
  /** A style to show while a colour is being chosen; `scheme` is the one it is chosen for. */
  onDrag: (style: CategoryStyle, scheme: Scheme) => void;
  onSet: (style: CategoryStyle, scheme?: Scheme) => void;
}

/** How one category is underlined, and whether. */
export function CategoryRow({ kind, isOn, isHeld, style, onSwitch, onDrag, onSet }: CategoryRowProps) {
  const kinds = i18n.t(`kind.${kind}.many`);
  const back = DEFAULTS.style.categories[kind];
  const isChanged = style.line !== back.line || SCHEMES.some((scheme) => style[scheme] !== back[scheme]);
  return (
    <div class="cat" role="group" aria-labelledby={`cat-${kind}`}>
      <p class="cat-name">
        <LineKey style={style} />
        <b id={`cat-${kind}`}>{i18n.t(`kind.${kind}.heading`)}</b>
      </p>
      <div class="cat-switch">
        <input
          class="switch"
          type="checkbox"
          role="switch"
          aria-label={i18n.t('options.category.underline', { kinds })}
          checked={isOn}
          disabled={isHeld}
          title={isHeld ? i18n.t('feeds.managed') : undefined}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
      </div>
      <div class="cat-line">
        <Cap>{i18n.t('options.highlighting.line')}</Cap>
        <span class="pick">
          <select
            aria-label={i18n.t('options.category.line', { kinds })}
            value={style.line}
            onChange={(event) => onSet({ ...style, line: event.currentTarget.value as UnderlineStyle })}
          >
            {LINES.map((line) => (
              <option key={line} value={line}>
                {i18n.t(`options.line.${line}`)}
              </option>
            ))}
          </select>
        </span>
      </div>
      {SCHEMES.map((scheme) => (
        <div key={scheme} class="cat-colour">
          <Cap>{i18n.t(`options.category.${scheme}`)}</Cap>
          <ColourChoice
            kind={kind}
            scheme={scheme}
            color={style[scheme]}
            onDrag={(color) => onDrag({ ...style, [scheme]: color }, scheme)}
            onSet={(color) => onSet({ ...style, [scheme]: color }, scheme)}
          />
        </div>
      ))}
      <div class="cat-back">
        {isChanged && (
          <button
            class="textbtn"
            type="button"
            aria-label={i18n.t('options.category.backOf', { kinds })}
            onClick={() => onSet(back)}
          >
            {i18n.t('options.category.back')}
          </button>
        )}
      </div>
    </div>
  );
}

/** Names a control where the head of its column is out of sight: in narrow windows. */
function Cap({ children }: { children: string }) {
  return (
    <span class="cap" aria-hidden="true">
      {children}
    </span>
  );
}

/** The category's stroke as it is set. An underline and not a border, since borders can't be wavy. */
function LineKey({ style: { line, light, dark } }: { style: CategoryStyle }) {
  return (
    <span
      class="line-key"
      aria-hidden="true"
      style={`text-decoration-style: ${line}; text-decoration-color: light-dark(${light}, ${dark})`}
    >
      {'\u2003\u2003'}
    </span>
  );
}
