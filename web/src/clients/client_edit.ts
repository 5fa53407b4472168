import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import { phoneText } from '../i18n/phone';

export type ContactFields = Pick<Contact, 'name' | 'phones' | 'emails'>;

// The contact as typed: one phone or address per line.
export interface DraftContact {
  name: string;
  phones: string;
  emails: string;
}

// What somebody has typed, and the contact that they had before their eyes. Only the difference is theirs.
export interface ContactEdit {
  from: ContactFields;
  typed: DraftContact;
}

const plain = (line: string): string => line.replace(/\s+/g, ' ').trim();

const lines = (text: string): string[] => text.split('\n').map(plain).filter(Boolean);

export function typedFields({ name, phones, emails }: DraftContact): ContactFields {
  return { name: name.trim(), phones: lines(phones), emails: lines(emails) };
}

// A contact as the form shows it before anything is typed. Undefined: there is none yet.
export function editOf(contact: ContactFields | undefined): ContactEdit {
  const { name = '', phones = [], emails = [] } = contact ?? {};
  const typed = { name, phones: phones.map(phoneText).join('\n'), emails: emails.join('\n') };
  return { from: { name, phones, emails }, typed };
}

// Whether this person and somebody else have given the client different names.
export function isNameDisputed({ from, typed }: ContactEdit, present: ContactFields): boolean {
  const name = typed.name.trim();
  return name !== from.name && present.name !== from.name && name !== present.name;
}

// The dispute is settled: the present name is replaced.
export function withNameReplaced({ from, typed }: ContactEdit, present: ContactFields): ContactEdit {
  return { from: { ...from, name: present.name }, typed };
}

// The dispute is settled: the present name stays. What else is typed is kept.
export function withNameLeft({ from, typed }: ContactEdit, present: ContactFields): ContactEdit {
  return { from: { ...from, name: present.name }, typed: { ...typed, name: present.name } };
}

const isSame = (one: string[], other: string[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);

// What this person has added and removed, and what others have.
function merged(from: string[], typed: string[], present: string[]): string[] {
  if (isSame(typed, from)) return present;
  const left = typed.filter((item) => !from.includes(item) || present.includes(item));
  return [...left, ...present.filter((item) => !from.includes(item) && !typed.includes(item))];
}

// A phone that was not touched is as it is stored, not as it is shown.
function stored(typed: string[], known: string[]): string[] {
  const byText = new Map(known.map((phone) => [plain(phoneText(phone)), phone]));
  return typed.map((line) => byText.get(line) ?? line);
}

// The fields to write to the contact as it is now: those that the edit changes in it. The name must not be disputed.
export function changesTo(present: ContactFields, { from, typed }: ContactEdit): Partial<ContactFields> {
  const { name, phones, emails } = typedFields(typed);
  const mine: ContactFields = {
    name: name === from.name ? present.name : name,
    phones: merged(from.phones, stored(phones, [...from.phones, ...present.phones]), present.phones),
    emails: merged(from.emails, emails, present.emails),
  };
  return {
    ...(mine.name !== present.name && { name: mine.name }),
    ...(!isSame(mine.phones, present.phones) && { phones: mine.phones }),
    ...(!isSame(mine.emails, present.emails) && { emails: mine.emails }),
  };
}
