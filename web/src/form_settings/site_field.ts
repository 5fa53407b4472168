import { labelOf } from './field_map';

// Names that the service knows without being told, the usual one first.
const usualNames = {
  client_name: ['name', 'full name', 'fio'],
  phone: ['phone', 'tel', 'mobile'],
  email: ['email', 'mail', 'email address'],
  text: ['message', 'text', 'comment'],
  consent: ['consent', 'agree', 'accept'],
};

export type SiteField = keyof typeof usualNames;

// What to call a field on the site so that it gets to where it belongs: as the form's own map has it, or by a usual name
// that the map does not send elsewhere. Undefined: there is none.
export function nameOnSite(field: SiteField, fieldMap: Record<string, string>): string | undefined {
  const own = Object.entries(fieldMap).map(([name, target]) => ({ name, target, label: labelOf(name) }));
  const usual = usualNames[field].find((name) => own.every(({ label }) => label !== labelOf(name)));
  return own.find(({ target }) => target === field)?.name ?? usual;
}
