import { Textarea } from '@mantine/core';
import { companyKind } from './client_kinds';
import { useClient } from './client_query';
import type { FormField } from './form_fields';

interface LockedInputProps {
  field: FormField;
  label: string;
  typed: string;
  problem: string | undefined;
  // Who changes it instead.
  why: string;
}

// A company is shown by its name.
function useShownText({ shape }: FormField, typed: string): string {
  const isCompany = shape === 'company';
  const { data: company } = useClient(companyKind, isCompany ? BigInt(typed) : 0n);
  return isCompany ? (company?.name ?? '') : typed;
}

// One field in the form of a client that is not for the user to change. It can be read and copied.
export function LockedInput({ field, label, typed, problem, why }: LockedInputProps) {
  const text = useShownText(field, typed);
  return (
    <Textarea
      variant="filled"
      label={label}
      description={why}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={text}
      error={problem}
      rows={Math.max(1, text.split('\n').length)}
      readOnly
    />
  );
}
