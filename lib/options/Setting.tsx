import type { ComponentChildren } from 'preact';

interface SwitchRowProps {
  id: string;
  label: string;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
}

/** One line of `.rows`: what is set, then the switch that sets it. */
export function SwitchRow({ id, label, isOn, onSwitch }: SwitchRowProps) {
  return (
    <>
      <label for={id}>{label}</label>
      <div class="r">
        <input
          class="switch"
          type="checkbox"
          role="switch"
          id={id}
          checked={isOn}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
      </div>
    </>
  );
}

interface ChoiceProps<T extends string> {
  name: string;
  label: ComponentChildren;
  options: readonly { value: T; text: string }[];
  value: T;
  onChoose: (value: T) => void;
}

/** One line of `.rows`: what is set, then the choices, all in sight. */
export function ChoiceRow<T extends string>(props: ChoiceProps<T>) {
  return (
    <>
      <span id={`${props.name}-label`}>{props.label}</span>
      <Choice {...props} />
    </>
  );
}

/** A choice of a few, labelled by the element `${name}-label`. */
export function Choice<T extends string>({ name, options, value, onChoose }: Omit<ChoiceProps<T>, 'label'>) {
  return (
    <div class="r" role="radiogroup" aria-labelledby={`${name}-label`}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          {option.text}
        </label>
      ))}
    </div>
  );
}
