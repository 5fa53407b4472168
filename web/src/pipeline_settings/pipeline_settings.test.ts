import { create, equals } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { Comparison_Operator as Operator, ConditionSchema } from '../gen/voronka/crm/v1/condition_pb';
import { Entity, Field_Kind, FieldSetSchema } from '../gen/voronka/crm/v1/field_set_pb';
import { LossReasonSchema, Pipeline_Purpose, PipelineSchema, Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import { StageRule_Binding as Binding } from '../gen/voronka/crm/v1/stage_rule_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { namedFields } from '../rules/named_fields';
import {
  newReason,
  newStage,
  removedStages,
  withChangedStage,
  withoutReason,
  withoutStage,
  withStage,
} from './arrange';
import { isAbout, withoutProblems } from '../settings/problems';
import { draftOf, isChanged, workOn, type DraftPipeline } from './draft';
import { newRule } from './draft_rule';
import { messageOf } from './message';
import { operatorsOf, takesOne } from './operators';
import { ownProblems } from './own_problems';
import { placed } from './problems';
import { rebased } from './rebase';

const choices = [
  { key: 'courier', name: 'курьер' },
  { key: 'mail', name: 'почта' },
];
const fields = namedFields([
  create(FieldSetSchema, {
    entity: Entity.DEAL,
    fields: [
      { key: 'amount', kind: Field_Kind.MONEY, system: true },
      { key: 'way', label: 'Доставка', kind: Field_Kind.CHOICES, choices },
      { key: 'floors', label: 'Этажей', kind: Field_Kind.NUMBER },
    ],
  }),
]);

const comparison = (field: string, operator: Operator, value?: object) => ({
  condition: {
    case: 'comparison' as const,
    value: { field, operator, values: value ? [{ value: value as never }] : [] },
  },
});
const courier = comparison('deal.way', Operator.ONE_OF, { case: 'choice', value: 'courier' });
const high = comparison('deal.floors', Operator.MORE, { case: 'number', value: '9.5' });
const rich = comparison('deal.amount', Operator.MORE, { case: 'money', value: { minor: 10050n, currency: 'USD' } });
const negated = create(ConditionSchema, { condition: { case: 'negation', value: courier } });

const pipeline = create(PipelineSchema, {
  ...{ key: 'sales', name: 'Продажи', takeStage: 'work', reopenDays: 30, etag: 3n },
  quickAddFields: ['deal.name', 'deal.amount'],
  purpose: Pipeline_Purpose.CLAIMS,
  stages: [
    { key: 'new', name: 'Новая', kind: Stage_Kind.INCOMING },
    {
      ...{ key: 'work', name: 'В работе', kind: Stage_Kind.OPEN, instruction: 'Позвоните' },
      rules: [
        {
          key: 'sum',
          binding: Binding.LEAVE,
          ask: { case: 'fields', value: { fields: ['deal.amount'] } },
          condition: courier,
        },
        {
          ...{ key: 'chief', binding: Binding.LEAVE, ask: { case: 'roles', value: { roles: [Role.DIRECTOR] } } },
          condition: { condition: { case: 'any', value: { conditions: [high, rich] } } },
        },
        {
          key: 'way',
          binding: Binding.ENTER,
          ask: { case: 'never', value: {} },
          condition: negated,
          exceptStages: ['new'],
        },
      ],
    },
    { key: 'won', name: 'Успех', kind: Stage_Kind.WON },
    { key: 'spam', name: 'Спам', kind: Stage_Kind.LOST, lossReason: 'spam' },
  ],
  lossReasons: [
    { key: 'spam', name: 'Спам', outsideConversion: true },
    { key: 'price', name: 'Дорого' },
  ],
});

const message = (draft: DraftPipeline) => create(PipelineSchema, messageOf(draft, fields));
const stage = (draft: DraftPipeline, key: string) => draft.stages.find((one) => one.key === key) ?? newStage();
const keys = (items: { key: string }[]) => items.map(({ key }) => key);

test('what nobody has changed is sent as it is', () => {
  const work = workOn(pipeline);
  expect(isChanged(work)).toBe(false);
  // Kept in the browser as JSON.
  const kept = JSON.parse(JSON.stringify(work.typed)) as DraftPipeline;
  expect(equals(PipelineSchema, message(kept), create(PipelineSchema, { ...pipeline, etag: 0n }))).toBe(true);
});

test('a new stage comes before those that close deals, and its key is made from its name everywhere', () => {
  const added = { ...newStage(), name: 'Сделали предложение' };
  const draft = withStage(draftOf(pipeline), added);
  expect(draft.stages.map(({ name }) => name)).toEqual(['Новая', 'В работе', 'Сделали предложение', 'Успех', 'Спам']);
  const rule = { ...newRule([]), ask: 'stages' as const, stages: [added.key], exceptStages: [added.key, 'new'] };
  const sent = message({
    ...withChangedStage(draft, { ...stage(draft, 'work'), rules: [rule] }),
    takeStage: added.key,
  });
  expect(keys(sent.stages)).toEqual(['new', 'work', 'sdelali_predlozhenie', 'won', 'spam']);
  expect(sent.takeStage).toBe('sdelali_predlozhenie');
  expect(sent.stages[1]?.rules[0]).toMatchObject({
    ask: { case: 'stages', value: { stages: ['sdelali_predlozhenie'] } },
    exceptStages: ['sdelali_predlozhenie', 'new'],
  });
});

test('two stages of one name have two keys, and so have reasons', () => {
  const twice = withStage(withStage(draftOf(pipeline), { ...newStage(), name: 'Новая' }), {
    ...newStage(),
    name: 'Новая',
  });
  const reasons = [...twice.reasons, { ...newReason(), name: 'price' }];
  const sent = message({ ...twice, reasons });
  expect(new Set(keys(sent.stages)).size).toBe(6);
  expect(keys(sent.lossReasons)).toEqual(['spam', 'price', 'price_2']);
});

test('what is removed is named nowhere any more, and a stage can be put back', () => {
  const work = workOn(pipeline);
  const typed = withoutReason(withoutStage(work.typed, 'work'), 'spam');
  expect(typed.takeStage).toBe('');
  expect(stage(typed, 'spam').lossReason).toBe('');
  expect(keys(removedStages({ ...work, typed }))).toEqual(['work']);
  expect(stage(withoutStage(work.typed, 'new'), 'work').rules[2]?.exceptStages).toEqual([]);
});

test('a stage of another kind loses what only the former has', () => {
  const draft = draftOf(pipeline);
  const opened = withChangedStage(draft, { ...stage(draft, 'spam'), kind: Stage_Kind.OPEN });
  expect(stage(opened, 'spam').lossReason).toBe('');
});

const violation = (field: string, text = field) => ({ reason: 'X', field, text });

test('each violation has its place', () => {
  const { problems, elsewhere } = placed(
    [
      'pipeline.name',
      'pipeline.stages',
      'pipeline.stages[1].name',
      'pipeline.stages[3].loss_reason',
      'pipeline.loss_reasons[1].name',
      'pipeline.stages[1].rules[0]',
      'pipeline.stages[1].rules[0].fields.fields[0]',
      'pipeline.stages[1].rules[0].condition.comparison.values[0]',
      'pipeline.stages[1].rules[1].condition.any.conditions[1].comparison.operator',
      'pipeline.stages[1].rules[1].binding',
      'pipeline.stages[1].rules[2].condition',
      'pipeline.take_stage',
      'pipeline.quick_add_fields[1]',
      'pipeline.something',
    ].map((field) => violation(field)),
    draftOf(pipeline),
  );
  expect(Object.keys(problems)).toEqual([
    ...['name', 'stages', 'stage/work/name', 'stage/spam/loss_reason', 'reason/price/name'],
    ...['rule/work/sum/ask', 'rule/work/sum/fields', 'rule/work/sum/condition[0].values'],
    ...['rule/work/chief/condition[1].operator', 'rule/work/chief/binding', 'rule/work/way/condition', 'take_stage'],
    'quick_add_fields',
  ]);
  expect(elsewhere).toEqual(['pipeline.something']);
  expect(isAbout(problems, 'rule/work/sum/')).toBe(true);
  expect(isAbout(withoutProblems(problems, 'rule/work/sum/'), 'rule/work/sum/')).toBe(false);
});

test('a stage with deals is said for each', () => {
  const { problems } = placed(
    [violation('pipeline.stages', 'На этапе А 2.'), violation('pipeline.stages', 'На Б 1.')],
    draftOf(pipeline),
  );
  expect(problems.stages).toBe('На этапе А 2. На Б 1.');
});

test('a value that is none is not sent', () => {
  const draft = draftOf(pipeline);
  const work = stage(draft, 'work');
  const [, chief = newRule([])] = work.rules;
  const condition = {
    joint: 'all' as const,
    comparisons: [{ field: 'deal.floors', operator: Operator.MORE, values: ['много'] }],
  };
  const wrong = withChangedStage(draft, { ...work, rules: [{ ...chief, condition }] });
  expect(ownProblems(wrong, fields, (key) => key)).toEqual({
    'rule/work/chief/condition[0].values': 'fields.notNumber',
  });
  expect(ownProblems(draft, fields, (key) => key)).toEqual({});
});

test('a field is compared as its kind can be', () => {
  const of = (kind: Field_Kind) => operatorsOf({ kind });
  expect(of(Field_Kind.CONTACT)).toEqual([Operator.FILLED, Operator.BLANK]);
  expect(of(Field_Kind.MONEY)).toContain(Operator.MORE);
  expect(of(Field_Kind.TEXT)).toContain(Operator.CONTAINS);
  expect(of(Field_Kind.CHOICE)).not.toContain(Operator.LESS);
  expect([Operator.LESS, Operator.ONE_OF].map(takesOne)).toEqual([true, false]);
});

test('work goes on from what somebody else has saved: each part is of who has changed it', () => {
  const mine = workOn(pipeline);
  const typed = withChangedStage(mine.typed, {
    ...stage(mine.typed, 'work'),
    name: 'Работаем',
    rules: [...stage(mine.typed, 'work').rules, newRule(stage(mine.typed, 'work').rules)],
  });
  const theirs = create(PipelineSchema, {
    ...pipeline,
    ...{ etag: 4n, name: 'Продажи 2', quickAddFields: ['deal.amount'] },
    stages: pipeline.stages.map((one) =>
      one.key === 'work'
        ? { ...one, instruction: 'Напишите', rules: one.rules.filter(({ key }) => key !== 'sum') }
        : one,
    ),
    lossReasons: [...pipeline.lossReasons, create(LossReasonSchema, { key: 'late', name: 'Долго' })],
  });
  const now = rebased({ ...mine, typed }, theirs);
  expect(now.etag).toBe('4');
  expect(now.typed).toMatchObject({ name: 'Продажи 2', quickAddFields: ['deal.amount'] });
  expect(keys(now.typed.reasons)).toEqual(['spam', 'price', 'late']);
  expect(stage(now.typed, 'work')).toMatchObject({ name: 'Работаем', instruction: 'Напишите' });
  expect(keys(stage(now.typed, 'work').rules)).toEqual(['chief', 'way', 'rule_4']);
});
