// A field that a form of a client has.
export interface FormField {
  // As in the field set and in update masks: `tax_number`.
  key: string;
  // `phones`, `emails` and `messengers` are lists, with an item a line; a company is chosen.
  shape: 'line' | 'phones' | 'emails' | 'messengers' | 'company';
  // Nothing is saved without it, which the form says beforehand.
  required?: boolean;
  // Of a field that is not the client's: the key of what it is called, and where the request has it.
  label?: string;
  path?: string;
}

// What every account asks about a contact, and about a company.
export const contactFields: readonly FormField[] = [
  { key: 'name', shape: 'line' },
  { key: 'phones', shape: 'phones' },
  { key: 'emails', shape: 'emails' },
  { key: 'messengers', shape: 'messengers' },
  { key: 'job_title', shape: 'line' },
  { key: 'company_id', shape: 'company' },
];

export const companyFields: readonly FormField[] = [
  { key: 'name', shape: 'line', required: true },
  { key: 'tax_number', shape: 'line' },
  { key: 'phones', shape: 'phones' },
  { key: 'emails', shape: 'emails' },
  { key: 'site', shape: 'line' },
  { key: 'address', shape: 'line' },
];
