import { useState } from 'preact/hooks';
import { ENTITY_KINDS, type EntityKind } from '../model/record';
import { type CategoryStyle, type Scheme, schemeOf } from '../page/highlight-style';
import { CLOSE_GRACE, OPEN_DELAY, type Settings } from '../settings';
import { CategoryRow } from './CategoryRow';
import { DelayRange } from './DelayRange';
import { Preview } from './Preview';
import { Choice, ChoiceRow, SwitchRow } from './Setting';
import type { Change, SavedSettings } from './use-saved-settings';

const SCHEMES = [
  { value: 'light', text: 'a light page' },
  { value: 'dark', text: 'a dark page' },
] as const;
const UNCERTAIN = [
  { value: 'faint', text: 'fainter' },
  { value: 'hidden', text: 'hidden' },
] as const;

type Props = { settings: Settings } & Pick<SavedSettings, 'show' | 'save'>;

/** How names are marked on pages, shown live on a sample. */
export function HighlightingSection({ settings, show, save }: Props) {
  const [scheme, setScheme] = useState<Scheme>(() => schemeOf(document));
  // A colour for dark pages can only be judged on a dark page, so the sample follows what is being changed.
  const dragStyle = (kind: EntityKind) => (style: CategoryStyle, changed: Scheme) => {
    setScheme(changed);
    show(withStyle(kind, style));
  };
  const setStyle = (kind: EntityKind) => (style: CategoryStyle, changed?: Scheme) => {
    if (changed) setScheme(changed);
    save(withStyle(kind, style));
  };
  return (
    <section class="sec" id="highlighting" aria-labelledby="highlighting-title">
      <h2 id="highlighting-title">Highlighting</h2>
      <div class="lead with-choice">
        <p>What you change shows here at once, and on open pages a moment later.</p>
        <div class="choice">
          <span id="scheme-label">Shown on</span>
          <Choice name="scheme" options={SCHEMES} value={scheme} onChoose={setScheme} />
        </div>
      </div>
      <Preview settings={settings} scheme={scheme} />
      <div class="cats">
        <div class="cat-head" aria-hidden="true">
          <span>Category</span>
          <span>Underline</span>
          <span>Line</span>
          <span>Light pages, contrast</span>
          <span>Dark pages, contrast</span>
        </div>
        {ENTITY_KINDS.map((kind) => (
          <CategoryRow
            key={kind}
            kind={kind}
            isOn={settings.categories[kind]}
            style={settings.style.categories[kind]}
            onSwitch={(isOn) => save((s) => ({ ...s, categories: { ...s.categories, [kind]: isOn } }))}
            onDrag={dragStyle(kind)}
            onSet={setStyle(kind)}
          />
        ))}
      </div>
      <p class="small">Contrast is that of the line with the ground of the page. Below 3 it is hard to see.</p>
      <div class="rows">
        <ChoiceRow
          name="uncertain"
          label="Uncertain mentions"
          options={UNCERTAIN}
          value={settings.uncertain}
          onChoose={(uncertain) => save((s) => ({ ...s, uncertain }))}
        />
        <SwitchRow
          id="described"
          label="Described, not named: “China’s spy agency”"
          isOn={settings.described}
          onSwitch={(described) => save((s) => ({ ...s, described }))}
        />
        <span>Card opens after</span>
        <div class="r">
          <span class="range">
            <DelayRange
              label="The card opens after, in milliseconds"
              limits={OPEN_DELAY}
              value={settings.openDelay}
              onDrag={(openDelay) => show((s) => ({ ...s, openDelay }))}
              onSet={(openDelay) => save((s) => ({ ...s, openDelay }))}
            />
          </span>
          <span class="range">
            <span>closes after</span>
            <DelayRange
              label="The card closes after, in milliseconds"
              limits={CLOSE_GRACE}
              value={settings.closeGrace}
              onDrag={(closeGrace) => show((s) => ({ ...s, closeGrace }))}
              onSet={(closeGrace) => save((s) => ({ ...s, closeGrace }))}
            />
          </span>
        </div>
        <SwitchRow
          id="tint"
          label="Tint behind the words"
          isOn={settings.style.tint}
          onSwitch={(tint) => save((s) => ({ ...s, style: { ...s.style, tint } }))}
        />
        <SwitchRow
          id="badge"
          label="Count on the toolbar icon"
          isOn={settings.badge}
          onSwitch={(badge) => save((s) => ({ ...s, badge }))}
        />
      </div>
    </section>
  );
}

function withStyle(kind: EntityKind, style: CategoryStyle): Change {
  return (s) => ({ ...s, style: { ...s.style, categories: { ...s.style.categories, [kind]: style } } });
}
