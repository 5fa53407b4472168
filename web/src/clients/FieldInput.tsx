import { Textarea, TextInput } from '@mantine/core';
import form from '../style/form.module.css';
import { isList } from './client_edit';
import { CompanyField } from './CompanyField';
import type { FormField } from './form_fields';

interface FieldInputProps {
  field: FormField;
  label: string;
  typed: string;
  change: (typed: string) => void;
  problem: string | undefined;
  autoFocus: boolean;
}

const keyboards = { phones: 'tel', emails: 'email', messengers: undefined, line: undefined } as const;

// One field in the form of a client.
export function FieldInput({ field, label, typed, change, problem, autoFocus }: FieldInputProps) {
  if (field.shape === 'company') {
    return <CompanyField label={label} companyId={typed} choose={change} problem={problem} />;
  }
  const input = {
    ...{ label, value: typed, error: problem, autoFocus, inputMode: keyboards[field.shape] },
    ...{ withAsterisk: field.required, 'aria-required': field.required },
    onChange: (event: { currentTarget: { value: string } }) => change(event.currentTarget.value),
  };
  if (!isList(field)) return <TextInput {...input} />;
  return <Textarea {...input} classNames={{ input: form.lines }} rows={Math.max(1, typed.split('\n').length)} />;
}
