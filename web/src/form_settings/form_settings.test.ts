import { create } from '@bufbuild/protobuf';
import { TimestampSchema } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { Form_State, FormSchema } from '../gen/voronka/crm/v1/form_pb';
import { draftOf, isChanged, needsNewVersion, workOn, type DraftForm } from './draft';
import { entriesOf, labelOf, mapOf, repeatedEntries } from './field_map';
import { messageOf, updateMask } from './message';
import { ownProblems, placed } from './problems';
import { rebased } from './rebase';
import { latestFirst, sumOf } from './refusals';
import { reasonWords } from './refusal_words';
import { stateOf } from './state_of';

const saved = {
  name: 'Форма на главной',
  pipeline: 'first_sales',
  consentText: 'Согласен',
  consentTextVersion: '1',
  consentRequired: true,
  redirectUrl: '',
  allowedOrigins: ['https://shop.example', 'https://shop.example', 'https://www.shop.example'],
  fieldMap: { Checkbox: 'sent', 'form[phone]': 'phone' },
  state: Form_State.ACTIVE,
  etag: 3n,
};
const form = create(FormSchema, saved);
const violation = (field: string, text = 'Нет') => ({ reason: 'X', field, text });
const entry = (name: string, id = name) => ({ id, name, target: 'sent' });

test('rows and map are the same, in an order that stays', () => {
  const rows = entriesOf(saved.fieldMap);
  expect(rows.map(({ name, target }) => [name, target])).toEqual([
    ['Checkbox', 'sent'],
    ['form[phone]', 'phone'],
  ]);
  expect(mapOf(rows)).toEqual(saved.fieldMap);
  expect(mapOf([entry('  Ваше имя ')])).toEqual({ 'Ваше имя': 'sent' });
});

test('names are compared as the service does', () => {
  expect(new Set(['Your Name*', 'your-name', 'YOUR_NAME:', 'yourName'].map(labelOf))).toEqual(new Set(['yourname']));
  expect(labelOf('Приём')).toBe(labelOf('прием'));
  expect(labelOf('*')).toBe('*');
  const rows = [entry('Phone'), entry('phone*'), entry(''), entry(' ', 'x')];
  expect(repeatedEntries(rows).map(({ name }) => name)).toEqual(['phone*']);
});

test('what is saved comes back as it was, each site once', () => {
  const message = messageOf(draftOf(form));
  expect(message).toMatchObject({ name: saved.name, fieldMap: saved.fieldMap, state: Form_State.ACTIVE });
  expect(message.allowedOrigins).toEqual(['https://shop.example', 'https://www.shop.example']);
  expect(updateMask.paths).toHaveLength(Object.keys(message).length);
  expect(isChanged(workOn(form))).toBe(false);
});

test('a refusal stands at what was sent', () => {
  const draft = draftOf(form);
  const { problems, elsewhere } = placed(
    [
      violation('form.allowed_origins[1]', 'Не сайт.'),
      violation('form.field_map["form[phone]"]', 'Дважды.'),
      violation('form.consent_text', 'На что?'),
      violation('form.field_map[key]', 'Длинно.'),
      violation('form.unknown', 'Иначе.'),
    ],
    draft,
  );
  expect(problems).toEqual({
    'site/https://www.shop.example': 'Не сайт.',
    'entry/form[phone]': 'Дважды.',
    consent_text: 'На что?',
    field_map: 'Длинно.',
  });
  expect(elsewhere).toEqual(['Иначе.']);
});

test('empty rows and names that are there already are told before anything is sent', () => {
  const draft: DraftForm = {
    ...draftOf(form),
    sites: [{ id: 's', origin: ' ' }],
    entries: [entry('Phone'), entry('phone*'), entry('', 'e')],
  };
  expect(ownProblems(draft, (key) => key)).toEqual({
    'site/s': 'formSettings.siteEmpty',
    'entry/e': 'formSettings.fieldEmpty',
    'entry/phone*': 'formSettings.fieldTwice',
  });
  expect(ownProblems(draftOf(form), (key) => key)).toEqual({});
});

test('two admins do not undo each other’s changes', () => {
  const work = workOn(form);
  const mine = {
    ...work,
    typed: { ...work.typed, name: 'Моя', entries: [...work.typed.entries, entry('Мое поле', 'new')] },
  };
  const theirs = create(FormSchema, {
    ...saved,
    redirectUrl: 'https://shop.example/thanks',
    fieldMap: { Checkbox: 'consent', 'form[phone]': 'phone' },
    etag: 4n,
  });
  const { etag, typed } = rebased(mine, theirs);
  expect(etag).toBe('4');
  expect(typed).toMatchObject({ name: 'Моя', redirectUrl: 'https://shop.example/thanks' });
  expect(mapOf(typed.entries)).toEqual({ Checkbox: 'consent', 'form[phone]': 'phone', 'Мое поле': 'sent' });
});

test('a changed text of consent wants a new version', () => {
  const work = workOn(form);
  const typed = (part: Partial<DraftForm>) => ({ ...work, typed: { ...work.typed, ...part } });
  expect(needsNewVersion(work)).toBe(false);
  expect(needsNewVersion(typed({ consentText: 'Согласна' }))).toBe(true);
  expect(needsNewVersion(typed({ consentText: 'Согласна', consentTextVersion: '2' }))).toBe(false);
});

test('a form is archived, off or at work', () => {
  expect(stateOf(form)).toBe('active');
  expect(stateOf(create(FormSchema, { state: Form_State.DISABLED }))).toBe('disabled');
  expect(stateOf(create(FormSchema, { state: Form_State.ACTIVE, archiveTime: { seconds: 1n } }))).toBe('archived');
});

test('refusals are counted, and the latest comes first', () => {
  const at = (seconds: bigint) => ({ count: seconds, lastTime: create(TimestampSchema, { seconds }) });
  expect(sumOf([at(2n), at(5n)])).toBe(7);
  expect(latestFirst([at(2n), at(5n)]).map(({ count }) => count)).toEqual([5n, 2n]);
  expect([reasonWords('ORIGIN_NOT_ALLOWED'), reasonWords('SOMETHING_NEW')]).toEqual(['origin', 'other']);
});
