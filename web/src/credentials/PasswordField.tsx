import { PasswordInput } from '@mantine/core';
import { useVisibility } from './use_visibility';

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange: (typed: string) => void;
  error?: string;
  autoFocus?: boolean;
}

// The password that the user has now, typed to prove that it is they.
export function PasswordField({ onChange, ...field }: PasswordFieldProps) {
  return (
    <PasswordInput
      {...field}
      {...useVisibility()}
      name="current-password"
      onChange={(event) => onChange(event.currentTarget.value)}
      aria-invalid={field.error !== undefined}
      autoComplete="current-password"
      required
      withAsterisk={false}
    />
  );
}
