import { Field_Kind } from '../gen/voronka/crm/v1/field_set_pb';
import type { NamedField } from './named_fields';

// A company that is chosen in a form and does not exist yet has its name in place of an id.
const mark = 'new:';

export const newCompany = (name: string): string => mark + name;

// Undefined: it exists, or none is chosen.
export const newCompanyName = (chosen: string): string | undefined =>
  chosen.startsWith(mark) ? chosen.slice(mark.length) : undefined;

// Of the fields that are companies, their names.
export const companiesAmong = (fields: NamedField[]): string[] =>
  fields.filter(({ field }) => field.kind === Field_Kind.COMPANY).map(({ name }) => name);
