import { expect, test } from 'vitest';
import { changesTo, editOf, isNameDisputed, withNameLeft, withNameReplaced, type DraftContact } from './client_edit';

const opened = { name: 'Ирина', phones: ['+79161234567'], emails: ['irina@example.com'] };

const edited = (typed: Partial<DraftContact>) => {
  const { from, typed: shown } = editOf(opened);
  return { from, typed: { ...shown, ...typed } };
};

test('what was not touched is not written', () => {
  expect(changesTo(opened, edited({}))).toEqual({});
  expect(changesTo(opened, edited({ name: ' Ирина Петрова ' }))).toEqual({ name: 'Ирина Петрова' });
});

test('a colleague’s phone stays when only the name is changed', () => {
  const present = { ...opened, phones: [...opened.phones, '+79110000000'] };
  const edit = edited({ name: 'Ирина, директор' });
  expect(isNameDisputed(edit, present)).toBe(false);
  expect(changesTo(present, edit)).toEqual({ name: 'Ирина, директор' });
});

test('a colleague’s name stays when only a phone is added', () => {
  const present = { ...opened, name: 'Ирина Петрова' };
  const edit = edited({ phones: '+7 916 123-45-67\n8 495 000-00-00' });
  expect(isNameDisputed(edit, present)).toBe(false);
  expect(changesTo(present, edit)).toEqual({ phones: ['+79161234567', '8 495 000-00-00'] });
});

test('both have added a phone, and both are kept', () => {
  const present = { ...opened, phones: ['+79161234567', '+79110000000'] };
  const edit = edited({ phones: '+7 916 123-45-67\n+7 922 000-00-00' });
  expect(changesTo(present, edit)).toEqual({ phones: ['+79161234567', '+7 922 000-00-00', '+79110000000'] });
});

test('what one removes is gone, and what another has removed does not come back', () => {
  const present = { ...opened, phones: ['+79161234567', '+79110000000'], emails: [] };
  const edit = edited({ phones: '', emails: 'irina@example.com\nzakaz@example.com' });
  expect(changesTo(present, edit)).toEqual({ phones: ['+79110000000'], emails: ['zakaz@example.com'] });
});

test('the order of a list is written only by who has changed the list', () => {
  const present = { ...opened, phones: ['+79110000000', '+79161234567'] };
  expect(changesTo(present, edited({ name: 'Ира' }))).toEqual({ name: 'Ира' });
});

test('a name that both have changed is disputed, unless to the same', () => {
  const present = { ...opened, name: 'Ирина Петрова' };
  expect(isNameDisputed(edited({ name: 'Ирина, директор' }), present)).toBe(true);
  expect(isNameDisputed(edited({ name: 'Ирина Петрова' }), present)).toBe(false);
  expect(changesTo(present, edited({ name: 'Ирина Петрова' }))).toEqual({});
});

test('a dispute is about the name alone, whichever way it is settled', () => {
  const present = { ...opened, name: 'Ирина Петрова', phones: ['+79161234567', '+79110000000'] };
  const edit = edited({ name: 'Ирина, директор', emails: '' });
  expect(changesTo(present, withNameReplaced(edit, present))).toEqual({ name: 'Ирина, директор', emails: [] });
  expect(changesTo(present, withNameLeft(edit, present))).toEqual({ emails: [] });
});

test('an edit that began without a client is added to the one who has appeared since', () => {
  const edit = { ...editOf(undefined), typed: { name: '', phones: '8 916 765-43-21', emails: '' } };
  expect(isNameDisputed(edit, opened)).toBe(false);
  expect(changesTo(opened, edit)).toEqual({ phones: ['8 916 765-43-21', '+79161234567'] });
});
