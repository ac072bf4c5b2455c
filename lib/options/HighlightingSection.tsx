import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ENTITY_KINDS, type EntityKind } from '../model/record';
import { type CategoryStyle, type Scheme, schemeOf } from '../page/highlight-style';
import { CLOSE_GRACE, OPEN_DELAY, type Settings } from '../settings';
import { CategoryRow } from './CategoryRow';
import { DelayRange } from './DelayRange';
import { Preview } from './Preview';
import { Choice, ChoiceRow, SwitchRow } from './Setting';
import type { Change, SavedSettings } from './use-saved-settings';

const schemes = () =>
  [
    { value: 'light', text: i18n.t('options.highlighting.lightPage') },
    { value: 'dark', text: i18n.t('options.highlighting.darkPage') },
  ] as const;
const uncertains = () =>
  [
    { value: 'faint', text: i18n.t('options.highlighting.fainter') },
    { value: 'hidden', text: i18n.t('options.highlighting.hidden') },
  ] as const;

const densities = () =>
  [
    { value: 'every', text: i18n.t('options.highlighting.everyMention') },
    { value: 'first', text: i18n.t('options.highlighting.firstMention') },
  ] as const;

type Props = {
  settings: Settings /** Categories that the organisation holds. */;
  held: Partial<Settings['categories']>;
} & Pick<SavedSettings, 'show' | 'save'>;

/** How names are marked on pages, shown live on a sample. */
export function HighlightingSection({ settings, held, show, save }: Props) {
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
      <h2 id="highlighting-title">{i18n.t('options.section.highlighting')}</h2>
      <div class="lead with-choice">
        <p>{i18n.t('options.highlighting.lead')}</p>
        <div class="choice">
          <span id="scheme-label">{i18n.t('options.highlighting.shownOn')}</span>
          <Choice name="scheme" options={schemes()} value={scheme} onChoose={setScheme} />
        </div>
      </div>
      <Preview settings={settings} scheme={scheme} />
      <div class="cats">
        <div class="cat-head" aria-hidden="true">
          <span>{i18n.t('options.highlighting.category')}</span>
          <span>{i18n.t('options.highlighting.underline')}</span>
          <span>{i18n.t('options.highlighting.line')}</span>
          <span>{i18n.t('options.highlighting.lightContrast')}</span>
          <span>{i18n.t('options.highlighting.darkContrast')}</span>
        </div>
        {ENTITY_KINDS.map((kind) => (
          <CategoryRow
            key={kind}
            kind={kind}
            isOn={settings.categories[kind]}
            isHeld={held[kind] !== undefined}
            style={settings.style.categories[kind]}
            onSwitch={(isOn) => save((s) => ({ ...s, categories: { ...s.categories, [kind]: isOn } }))}
            onDrag={dragStyle(kind)}
            onSet={setStyle(kind)}
          />
        ))}
      </div>
      <p class="small">{i18n.t('options.highlighting.contrastNote')}</p>
      <div class="rows">
        <ChoiceRow
          name="uncertain"
          label={i18n.t('options.highlighting.uncertain')}
          options={uncertains()}
          value={settings.uncertain}
          onChoose={(uncertain) => save((s) => ({ ...s, uncertain }))}
        />
        <ChoiceRow
          name="mentions"
          label={i18n.t('options.highlighting.mentions')}
          options={densities()}
          value={settings.mentions}
          onChoose={(mentions) => save((s) => ({ ...s, mentions }))}
        />
        <SwitchRow
          id="described"
          label={i18n.t('options.highlighting.described')}
          isOn={settings.described}
          onSwitch={(described) => save((s) => ({ ...s, described }))}
        />
        <span>{i18n.t('options.highlighting.opensAfter')}</span>
        <div class="r">
          <span class="range">
            <DelayRange
              label={i18n.t('options.highlighting.opensAfterLabel')}
              limits={OPEN_DELAY}
              value={settings.openDelay}
              onDrag={(openDelay) => show((s) => ({ ...s, openDelay }))}
              onSet={(openDelay) => save((s) => ({ ...s, openDelay }))}
            />
          </span>
          <span class="range">
            <span>{i18n.t('options.highlighting.closesAfter')}</span>
            <DelayRange
              label={i18n.t('options.highlighting.closesAfterLabel')}
              limits={CLOSE_GRACE}
              value={settings.closeGrace}
              onDrag={(closeGrace) => show((s) => ({ ...s, closeGrace }))}
              onSet={(closeGrace) => save((s) => ({ ...s, closeGrace }))}
            />
          </span>
        </div>
        <SwitchRow
          id="tint"
          label={i18n.t('options.highlighting.tint')}
          isOn={settings.style.tint}
          onSwitch={(tint) => save((s) => ({ ...s, style: { ...s.style, tint } }))}
        />
        <SwitchRow
          id="badge"
          label={i18n.t('options.highlighting.badge')}
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
