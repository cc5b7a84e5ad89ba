import './parts.css';
import { useId, type ReactNode } from 'react';

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value | '';
  readonly options: readonly (readonly [value: Value, text: string])[];
  /** Said by the empty value; left out: one has to be chosen. */
  readonly none?: string;
  readonly onChoose: (value: Value | '') => void;
};

/** One of a few, by the browser's own list. */
export function Choice<Value extends string>(props: ChoiceProps<Value>): ReactNode {
  const { label, value, options, none, onChoose } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => onChoose(event.target.value as Value | '')}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
