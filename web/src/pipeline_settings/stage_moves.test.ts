import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { Entity, Field_Kind, FieldSetSchema } from '../gen/voronka/crm/v1/field_set_pb';
import { PipelineSchema, Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import { namedFields } from '../rules/named_fields';
import { newStage, withoutStage, withStage } from './arrange';
import { isChanged, workOn } from './draft';
import { askableOptions, fieldOptions } from './field_options';
import { withSavedKeys } from './message';
import { movesOf, stagesLike, withMove, withStageBack } from './stage_moves';

const work = workOn(
  create(PipelineSchema, {
    ...{ key: 'sales', name: 'Продажи' },
    stages: [
      { key: 'new', name: 'Новая', kind: Stage_Kind.INCOMING },
      { key: 'talks', name: 'Переговоры', kind: Stage_Kind.OPEN },
      { key: 'won', name: 'Успех', kind: Stage_Kind.WON },
      { key: 'lost', name: 'Отказ', kind: Stage_Kind.LOST },
    ],
  }),
);
const [, talks = newStage(), , lost = newStage()] = work.typed.stages;
const keys = (items: { key: string }[]) => items.map(({ key }) => key);

test('deals go to a stage where they are as open, won or lost as before', () => {
  const others = withoutStage(work.typed, 'talks').stages;
  expect(keys(stagesLike(others, talks))).toEqual(['new']);
  expect(keys(stagesLike(others, lost))).toEqual(['lost']);
});

test('a stage that is new is named by the key that it is saved with', () => {
  const added = { ...newStage(), name: 'Встреча' };
  const typed = withMove(withStage(withoutStage(work.typed, 'talks'), added), 'talks', added.key);
  expect(movesOf({ ...work, typed }, withSavedKeys(typed))).toEqual([{ from: 'talks', to: 'vstrecha' }]);
});

test('only deals of stages that go are moved, and only to stages that stay', () => {
  const moved = withMove(work.typed, 'talks', 'new');
  expect(movesOf({ ...work, typed: moved }, moved)).toEqual([]);
  const both = withoutStage(withoutStage(moved, 'talks'), 'new');
  expect(movesOf({ ...work, typed: both }, both)).toEqual([]);
});

test('a stage that is put back is as it was', () => {
  const removed = withMove(withoutStage(work.typed, 'talks'), 'talks', 'new');
  const typed = withStageBack(removed, talks);
  expect(isChanged({ ...work, typed: removed })).toBe(true);
  expect(typed.moves).toBeUndefined();
  expect(isChanged({ ...work, typed })).toBe(false);
});

test('what is always filled is not offered to be asked for', () => {
  const fields = namedFields([
    create(FieldSetSchema, {
      entity: Entity.DEAL,
      fields: [
        { key: 'amount', kind: Field_Kind.MONEY, system: true },
        { key: 'amount_confirmed', kind: Field_Kind.YES_NO, system: true },
        { key: 'lift', label: 'Лифт', kind: Field_Kind.YES_NO },
      ],
    }),
  ]);
  const names = (options: { value: string }[]) => options.map(({ value }) => value);
  expect(names(fieldOptions(fields, 'sales', []))).toContain('deal.amount_confirmed');
  expect(names(askableOptions(fields, 'sales', []))).toEqual(['deal.amount', 'deal.lift']);
  // A rule that was made before says what it asks for, so that it can be taken out.
  expect(names(askableOptions(fields, 'sales', ['deal.amount_confirmed']))).toContain('deal.amount_confirmed');
});
