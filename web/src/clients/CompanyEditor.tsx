import type { EditorProps } from '../fields/editor_props';
import { CompanyField } from './CompanyField';

// How a field that is a company is filled in where it is asked for.
export function CompanyEditor({ label, typed, choose, problem, autoFocus }: EditorProps) {
  return (
    <CompanyField label={label} isLabelled companyId={typed} choose={choose} problem={problem} autoFocus={autoFocus} />
  );
}
