import { expect, test } from 'vitest';
import {
  changesTo,
  disputed,
  editOf,
  partOf,
  typedValues,
  valuesOf,
  withLeft,
  withoutLocked,
  withReplaced,
  type Typed,
} from './client_edit';
import { companyFields, contactFields as fields } from './form_fields';

const irina = { name: 'Ирина', phones: ['+79161234567'], emails: ['irina@example.com'], jobTitle: '', companyId: 7n };
const opened = valuesOf(fields, irina);
const [name] = fields;

const edited = (typed: Typed) => {
  const { from, typed: shown } = editOf(fields, irina);
  return { from, typed: { ...shown, ...typed } };
};
const changes = (present: typeof opened, edit = edited({})) => changesTo(fields, present, edit);
const disputedKeys = (typed: Typed, present: typeof opened) =>
  disputed(fields, edited(typed), present).map(({ key }) => key);

test('what was not touched is not written', () => {
  expect(changes(opened)).toEqual({});
  expect(changes(opened, edited({ name: ' Ирина Петрова ' }))).toEqual({ name: 'Ирина Петрова' });
});

test('a colleague’s phone stays when only the name is changed', () => {
  const present = { ...opened, phones: ['+79161234567', '+79110000000'] };
  expect(disputedKeys({ name: 'Ирина, директор' }, present)).toEqual([]);
  expect(changes(present, edited({ name: 'Ирина, директор' }))).toEqual({ name: 'Ирина, директор' });
});

test('a colleague’s name stays when only a phone is added', () => {
  const present = { ...opened, name: 'Ирина Петрова' };
  const edit = edited({ phones: '+7 916 123-45-67\n8 495 000-00-00' });
  expect(disputed(fields, edit, present)).toEqual([]);
  expect(changes(present, edit)).toEqual({ phones: ['+79161234567', '8 495 000-00-00'] });
});

test('both have added a phone, and both are kept', () => {
  const present = { ...opened, phones: ['+79161234567', '+79110000000'] };
  const edit = edited({ phones: '+7 916 123-45-67\n+7 922 000-00-00' });
  expect(changes(present, edit)).toEqual({ phones: ['+79161234567', '+7 922 000-00-00', '+79110000000'] });
});

test('what one removes is gone, and what another has removed does not come back', () => {
  const present = { ...opened, phones: ['+79161234567', '+79110000000'], emails: [] };
  const edit = edited({ phones: '', emails: 'irina@example.com\nzakaz@example.com' });
  expect(changes(present, edit)).toEqual({ phones: ['+79110000000'], emails: ['zakaz@example.com'] });
});

test('the order of a list is written only by who has changed the list', () => {
  const present = { ...opened, phones: ['+79110000000', '+79161234567'] };
  expect(changes(present, edited({ name: 'Ира' }))).toEqual({ name: 'Ира' });
});

test('a field that both have changed is disputed, unless to the same', () => {
  const present = { ...opened, name: 'Ирина Петрова', job_title: 'Директор' };
  expect(disputedKeys({ name: 'Ирина, директор' }, present)).toEqual(['name']);
  expect(disputedKeys({ name: 'Ирина Петрова', job_title: 'Бухгалтер' }, present)).toEqual(['job_title']);
  expect(changes(present, edited({ name: 'Ирина Петрова' }))).toEqual({});
});

test('a dispute is about one field, whichever way it is settled', () => {
  const present = { ...opened, name: 'Ирина Петрова', phones: ['+79161234567', '+79110000000'] };
  const edit = edited({ name: 'Ирина, директор', emails: '' });
  if (!name) throw new Error('no fields');
  expect(changes(present, withReplaced(edit, name, present))).toEqual({ name: 'Ирина, директор', emails: [] });
  expect(changes(present, withLeft(edit, name, present))).toEqual({ emails: [] });
});

test('what is typed into a field that is not for the user to change stays as it was', () => {
  const edit = edited({ name: 'Ирина Петрова', phones: '8 916 000-00-00', company_id: '8' });
  const open = withoutLocked(fields, edit, (key) => key !== 'name');
  expect(changes(opened, open)).toEqual({ name: 'Ирина Петрова' });
});

test('an edit that began without a client is added to the one who has appeared since', () => {
  const { from, typed } = editOf(fields, undefined);
  const edit = { from, typed: { ...typed, phones: '8 916 765-43-21' } };
  expect(disputed(fields, edit, opened)).toEqual([]);
  expect(changes(opened, edit)).toEqual({ phones: ['8 916 765-43-21', '+79161234567'] });
});

test('the service gets only what is written, with ids as numbers', () => {
  expect(partOf(fields, changes(opened, edited({ company_id: '8', job_title: 'Бухгалтер' })))).toEqual({
    companyId: 8n,
    jobTitle: 'Бухгалтер',
  });
  expect(partOf(fields, changes(opened, edited({ company_id: '' })))).toEqual({ companyId: 0n });
});

test('a new company is what is typed', () => {
  const values = typedValues(companyFields, { name: ' Ромашка ', tax_number: '7701234567', phones: '8 495 1' });
  expect(partOf(companyFields, values)).toEqual({
    ...{ name: 'Ромашка', taxNumber: '7701234567', phones: ['8 495 1'], emails: [], site: '', address: '' },
  });
});
