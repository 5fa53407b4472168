import { Checkbox } from '@mantine/core';
import styles from './pipeline_settings.module.css';

interface CheckGroupProps<T> {
  label: string;
  options: { value: T; label: string }[];
  chosen: T[];
  change: (chosen: T[]) => void;
  problem?: string;
}

// Any of a few.
export function CheckGroup<T extends string | number>({ label, options, chosen, change, problem }: CheckGroupProps<T>) {
  const toggle = (value: T) =>
    change(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return (
    <fieldset className={styles.fieldset}>
      <legend>{label}</legend>
      <div className={styles.checks}>
        {options.map(({ value, label: text }) => (
          <Checkbox
            key={value}
            label={text}
            checked={chosen.includes(value)}
            onChange={() => toggle(value)}
            error={Boolean(problem)}
          />
        ))}
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
