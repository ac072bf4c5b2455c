import { i18n } from '#i18n';
import { numberText } from '../ui/language/formats';
import { plural } from '../ui/language/plural';

interface DelayRangeProps {
  /** Label for assistive technology, with the unit. */
  label: string;
  limits: { min: number; max: number };
  /** ms */
  value: number;
  onDrag: (value: number) => void;
  onSet: (value: number) => void;
}

/** A pause in milliseconds: shown while it is dragged, kept when it is let go. */
export function DelayRange({ label, limits: { min, max }, value, onDrag, onSet }: DelayRangeProps) {
  const share = ((value - min) / (max - min)) * 100;
  return (
    <>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={plural('options.delay', value)}
        min={min}
        max={max}
        step={50}
        value={value}
        style={`--share: ${share}%`}
        onInput={(event) => onDrag(event.currentTarget.valueAsNumber)}
        onChange={(event) => onSet(event.currentTarget.valueAsNumber)}
      />
      <output class="num">{i18n.t('options.delayShort', { count: numberText(value) })}</output>
    </>
  );
}
