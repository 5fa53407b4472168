import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { FieldSetSchema } from '../gen/voronka/crm/v1/field_set_pb';
import { choiceOptions, matching } from './options';
import { shownGroups } from './shown_groups';

function shown(set: MessageInitShape<typeof FieldSetSchema>, pipeline = 'first') {
  return shownGroups(create(FieldSetSchema, set), pipeline).map(({ key, fields }) => [key, fields.map((f) => f.key)]);
}

test('fields are shown in the order of their groups, and those without one in the first', () => {
  const groups = [
    { key: 'main', name: 'Основное' },
    { key: 'site', name: 'Объект' },
  ];
  const fields = [{ key: 'a', group: 'site' }, { key: 'b' }, { key: 'c', group: 'gone' }, { key: 'd', group: 'site' }];
  expect(shown({ groups, fields })).toEqual([
    ['main', ['b', 'c']],
    ['site', ['a', 'd']],
  ]);
});

test('a deal has the fields of its pipeline, and no group without any', () => {
  const groups = [
    { key: 'main', name: 'Основное' },
    { key: 'site', name: 'Объект' },
  ];
  const fields = [{ key: 'a' }, { key: 'b', group: 'site', pipelines: ['repeat'] }];
  expect(shown({ groups, fields })).toEqual([['main', ['a']]]);
  expect(shown({ groups, fields }, 'repeat')).toHaveLength(2);
});

test('an account without groups has one', () => {
  expect(shown({ fields: [{ key: 'a' }] })).toEqual([['', ['a']]]);
});

const choices = create(FieldSetSchema, {
  fields: [
    {
      choices: [
        { key: 'tree', name: 'Ёлка' },
        { key: 'old', name: 'Старый', retired: true },
      ],
    },
  ],
}).fields[0] ?? { choices: [] };

test('a retired choice is offered only where it is the value', () => {
  expect(choiceOptions(choices, []).map(({ value }) => value)).toEqual(['tree']);
  expect(choiceOptions(choices, ['old']).map(({ value }) => value)).toEqual(['tree', 'old']);
});

test('options are found by any part of their names, and «е» is «ё»', () => {
  const options = choiceOptions(choices, ['old']);
  expect(matching(options, 'елк').map(({ value }) => value)).toEqual(['tree']);
  expect(matching(options, 'СТ рый').map(({ value }) => value)).toEqual(['old']);
  expect(matching(options, '')).toHaveLength(2);
});
