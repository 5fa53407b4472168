import { OptionList } from '../fields/OptionList';
import type { Option } from '../fields/options';
import picker from './OptionPicker.module.css';

interface ChosenOptionsProps {
  label: string;
  options: Option[];
  values: string[];
  change: (values: string[]) => void;
  problem: string | undefined;
  // The class of what the problem is said in.
  problemClass: string | undefined;
}

// Several of a list are chosen at once.
export function ChosenOptions({ label, options, values, change, problem, problemClass }: ChosenOptionsProps) {
  const toggle = (value: string) =>
    change(values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  return (
    <>
      <div className={picker.panel}>
        <OptionList
          label={label}
          options={options}
          isChosen={(value) => values.includes(value)}
          pick={toggle}
          autoFocus={false}
        />
      </div>
      {problem && (
        <p className={problemClass} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
