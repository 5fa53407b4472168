import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { Code } from '@connectrpc/connect';
import { expect, test } from 'vitest';
import { Entity, Field_Kind, FieldSetSchema } from '../gen/voronka/crm/v1/field_set_pb';
import {
  fieldsIn,
  newChoice,
  newField,
  withAdded,
  withField,
  withFieldBefore,
  withFieldMoved,
  withGroupMoved,
  withNewGroup,
  withoutChoice,
  withoutField,
  withoutGroup,
  withRestored,
} from './arrange';
import { isChanged, messageOf, removedOf, workOn, type DraftField, type DraftSet, type Work } from './draft_set';
import { ownProblems, problemsOf } from './problems';
import { rebased } from './rebase';

const groups = [
  { key: 'main', name: 'Основное' },
  { key: 'site', name: 'Объект' },
];
const colour = {
  key: 'colour',
  label: 'Цвет',
  kind: Field_Kind.CHOICE,
  choices: [
    { key: 'red', name: 'красный' },
    { key: 'blue', name: 'синий' },
  ],
};
const fields = [
  { key: 'amount', kind: Field_Kind.MONEY, system: true },
  colour,
  { key: 'floor', label: 'Этаж', kind: Field_Kind.NUMBER, group: 'site' },
];

function setOf(parts: MessageInitShape<typeof FieldSetSchema> = {}) {
  return create(FieldSetSchema, { entity: Entity.DEAL, etag: 4n, groups, fields, ...parts });
}

const work = workOn(setOf());
const on = (typed: DraftSet, before: Work = work): Work => ({ ...before, typed });
const keys = ({ fields: all }: DraftSet) => all.map(({ key }) => key);
const field = (key: string, { typed }: Work = work): DraftField => {
  const found = typed.fields.find((other) => other.key === key);
  if (!found) throw new Error(`no field ${key}`);
  return found;
};

test('a set that is read is saved as it is', () => {
  expect(isChanged(work)).toBe(false);
  expect(
    create(FieldSetSchema, messageOf(Entity.DEAL, work.typed)).fields.map(({ key, choices }) => [key, choices.length]),
  ).toEqual([
    ['amount', 0],
    ['colour', 2],
    ['floor', 0],
  ]);
});

test('the key of a new field follows its label until it is typed', () => {
  const added = newField(work, 'site');
  let now = on(withAdded(work, added));
  now = on(withField(now, { ...added, label: 'Цвет двери' }), now);
  expect(field('tsvet_dveri', now).group).toBe('site');
  now = on(withField(now, { ...field('tsvet_dveri', now), key: 'door', isKeyTyped: true }), now);
  now = on(withField(now, { ...field('door', now), label: 'Дверь' }), now);
  expect(keys(now.typed)).toEqual(['amount', 'colour', 'floor', 'door']);
});

test('a new field does not take the key of a removed one', () => {
  const removed = on(withoutField(work, field('colour')));
  const added = newField(removed, '');
  const now = on(withAdded(removed, added), removed);
  expect(keys(withField(now, { ...added, label: 'Colour' }))).toContain('colour_2');
  expect(
    ownProblems(
      on(withField(now, { ...added, key: 'colour', isKeyTyped: true }), now).typed,
      () => ['colour'],
      (key) => key,
    ),
  ).toEqual({
    [`${added.id}/key`]: 'fieldSettings.keyTaken',
  });
});

test('a removed field is in the bin and can be brought back', () => {
  const removed = on(withoutField(work, field('colour')));
  expect(removedOf(removed).map(({ key }) => key)).toEqual(['colour']);
  expect(keys(withRestored(removed, field('colour')))).toEqual(['amount', 'floor', 'colour']);
});

test('a field moves among those of its group, or to the place it is dropped on', () => {
  expect(keys(withFieldMoved(work, field('colour'), -1))).toEqual(['colour', 'amount', 'floor']);
  expect(keys(withFieldMoved(work, field('floor'), -1))).toEqual(['amount', 'colour', 'floor']);
  const dropped = withFieldBefore(work, 'amount', field('floor'));
  expect(keys(dropped)).toEqual(['colour', 'floor', 'amount']);
  expect(fieldsIn(dropped, 'site')).toHaveLength(2);
  expect(keys(withFieldBefore(work, 'floor', field('amount')))).toEqual(['floor', 'amount', 'colour']);
});

test('a group that goes leaves its fields to the first', () => {
  expect(fieldsIn(withoutGroup(work, 'site'), 'main').map(({ key }) => key)).toEqual(['amount', 'colour', 'floor']);
  expect(fieldsIn(withoutGroup(work, 'main'), 'site')).toHaveLength(3);
});

test('groups change places with the fields in them', () => {
  const now = withGroupMoved(work, 'site', -1);
  expect(now.groups.map(({ key }) => key)).toEqual(['site', 'main']);
  expect(fieldsIn(now, 'main').map(({ key }) => key)).toEqual(['amount', 'colour']);
});

test('the first group that is made does not take the fields that there are', () => {
  const now = withNewGroup(workOn(setOf({ groups: [] })), 'Объект', 'Основное');
  expect(now.groups.map(({ name }) => name)).toEqual(['Основное', 'Объект']);
  expect(fieldsIn(now, 'group')).toEqual([]);
});

test('a saved choice is retired, a new one goes, and one without a name is none', () => {
  const { choices } = field('colour');
  const [red] = choices;
  const added = newChoice();
  expect(red && withoutChoice(choices, red)[0]?.retired).toBe(true);
  expect(withoutChoice([...choices, added], added)).toEqual(choices);
  const named = { ...newChoice(), name: 'Синий ' };
  const now = withField(work, { ...field('colour'), choices: [...choices, added, named] });
  const sent = create(FieldSetSchema, messageOf(Entity.DEAL, now)).fields[1];
  expect(sent?.choices.map(({ key, name }) => [key, name])).toEqual([
    ['red', 'красный'],
    ['blue', 'синий'],
    ['siniy', 'Синий'],
  ]);
});

test('what was typed for another kind is not sent', () => {
  const now = withField(work, { ...field('colour'), kind: Field_Kind.NUMBER, maxLength: '7', min: '−1,5' });
  expect(create(FieldSetSchema, messageOf(Entity.DEAL, now)).fields[1]).toMatchObject({
    choices: [],
    min: '-1.5',
    maxLength: 0,
  });
});

test('a field is unique and filterable only where its kind allows it', () => {
  const sent = (kind: Field_Kind) => {
    const now = withField(work, { ...field('colour'), kind, unique: true, filterable: true });
    return create(FieldSetSchema, messageOf(Entity.DEAL, now)).fields[1];
  };
  expect(sent(Field_Kind.PHONE)).toMatchObject({ unique: true, filterable: true });
  expect(sent(Field_Kind.CHOICES)).toMatchObject({ unique: false, filterable: true });
  expect(sent(Field_Kind.ADDRESS)).toMatchObject({ unique: false, filterable: false });
});

test('a refusal is said where it belongs', () => {
  const unnamed = newChoice();
  const sent = withField(work, { ...field('colour'), choices: [unnamed, ...field('colour').choices] });
  const refusal = {
    ...{ code: Code.InvalidArgument, reason: '', metadata: {}, message: '' },
    fields: {
      'field_set.fields[2].label': 'Дайте полю название.',
      'field_set.fields[1].choices[1].name': 'Пусто',
      'field_set.fields[1].choices': 'Мало',
      'field_set.groups[0].name': 'Назовите',
      'field_set.fields': 'Что-то',
    },
    violations: [],
  };
  expect(problemsOf(refusal, sent)).toEqual({
    'floor/label': 'Дайте полю название.',
    'blue/name': 'Пусто',
    'colour/choices': 'Мало',
    'main/name': 'Назовите',
  });
  const violations = [{ reason: 'VALUES_REPEAT', field: 'field_set.fields[2].unique', text: 'Есть повторы.' }];
  expect(problemsOf({ ...refusal, fields: {}, violations }, sent)).toEqual({
    'floor/unique': 'Есть повторы.',
  });
});

// What two admins have done at once.
test('work goes on from what somebody else has saved', () => {
  const added = { ...newField(work, ''), key: 'note', label: 'Note', isKeyTyped: true };
  let mine = on(withField(work, { ...field('colour'), label: 'Цвет стен' }));
  mine = on(withAdded(mine, added), mine);
  mine = on(withoutField(mine, field('floor', mine)), mine);
  const theirs = setOf({
    etag: 5n,
    fields: [
      { key: 'note', label: 'Примечание', kind: Field_Kind.TEXT },
      { key: 'amount', label: 'Бюджет', kind: Field_Kind.MONEY, system: true },
      { ...colour, choices: [...colour.choices, { key: 'green', name: 'зелёный' }] },
      { key: 'floor', label: 'Этаж', kind: Field_Kind.NUMBER, group: 'site' },
    ],
  });
  const now = rebased(mine, theirs);
  expect(now.etag).toBe('5');
  expect(keys(now.typed)).toEqual(['note', 'amount', 'colour', 'note_2']);
  expect(field('amount', now).label).toBe('Бюджет');
  expect(field('colour', now).label).toBe('Цвет стен');
  expect(field('colour', now).choices.map(({ key }) => key)).toEqual(['red', 'blue', 'green']);
  expect(removedOf(now).map(({ key }) => key)).toEqual(['floor']);
});

test('one’s own order stays, and what others have removed goes', () => {
  const mine = on(withFieldMoved(work, field('colour'), -1));
  const theirs = setOf({
    etag: 5n,
    fields: [...fields.slice(0, 2), { key: 'lift', label: 'Лифт', kind: Field_Kind.YES_NO }],
  });
  expect(keys(rebased(mine, theirs).typed)).toEqual(['colour', 'lift', 'amount']);
});
