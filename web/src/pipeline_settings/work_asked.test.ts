import { create, equals } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { Comparison_Operator as Operator } from '../gen/voronka/crm/v1/condition_pb';
import { Entity, Field_Kind, FieldSetSchema } from '../gen/voronka/crm/v1/field_set_pb';
import { PipelineSchema, Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import { StageRule_Binding as Binding } from '../gen/voronka/crm/v1/stage_rule_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { namedFields } from '../rules/named_fields';
import { newItem, newStage, withChangedStage, withoutStage, withStage } from './arrange';
import { draftOf, isChanged, workOn, type DraftPipeline } from './draft';
import { newRule, ruleOf, type DraftRule } from './draft_rule';
import { isCount, isTime, usualApproval, usualAttempts } from './draft_work';
import { messageOf } from './message';
import { ownProblems } from './own_problems';
import { placed } from './problems';
import { rebased } from './rebase';

const fields = namedFields([
  create(FieldSetSchema, {
    entity: Entity.DEAL,
    fields: [{ key: 'floors', label: 'Этажей', kind: Field_Kind.NUMBER }],
  }),
]);

const high = {
  condition: {
    case: 'comparison' as const,
    value: {
      field: 'deal.floors',
      operator: Operator.MORE,
      values: [{ value: { case: 'number' as const, value: '9' } }],
    },
  },
};

const leave = { binding: Binding.LEAVE };

const pipeline = create(PipelineSchema, {
  ...{ key: 'sales', name: 'Продажи', etag: 3n },
  stages: [
    { key: 'new', name: 'Новая', kind: Stage_Kind.INCOMING },
    {
      ...{ key: 'work', name: 'В работе', kind: Stage_Kind.OPEN },
      checklist: [
        { key: 'call', text: 'Позвонить' },
        { key: 'lift', text: 'Узнать про лифт', condition: high },
      ],
      rules: [
        {
          ...{ key: 'tried', ...leave, onlyStages: ['silent'] },
          ask: { case: 'attempts', value: { atLeast: 3, inAll: true } },
        },
        {
          ...{ key: 'agreed', ...leave },
          ask: { case: 'approval', value: { role: Role.DIRECTOR, timeout: { seconds: 7200n } } },
        },
        { key: 'ticked', ...leave, ask: { case: 'checklist', value: {} } },
      ],
    },
    { key: 'silent', name: 'Молчит', kind: Stage_Kind.OPEN },
    { key: 'won', name: 'Успех', kind: Stage_Kind.WON },
    { key: 'lost', name: 'Отказ', kind: Stage_Kind.LOST },
  ],
});

const message = (draft: DraftPipeline) => create(PipelineSchema, messageOf(draft, fields));
const stage = (draft: DraftPipeline, key: string) => draft.stages.find((one) => one.key === key) ?? newStage();
const withRule = (part: Partial<DraftRule>) => {
  const draft = draftOf(pipeline);
  return withChangedStage(draft, { ...stage(draft, 'work'), rules: [{ ...newRule([]), ...part }] });
};

test('what nobody has changed is sent as it is', () => {
  const work = workOn(pipeline);
  expect(isChanged(work)).toBe(false);
  const kept = JSON.parse(JSON.stringify(work.typed)) as DraftPipeline;
  expect(equals(PipelineSchema, message(kept), create(PipelineSchema, { ...pipeline, etag: 0n }))).toBe(true);
});

test('a draft that was kept before there were checklists is sent without them', () => {
  const old = draftOf(pipeline);
  const stages = old.stages.map((one) => ({
    ...one,
    checklist: undefined,
    rules: one.rules.map((rule) => ({ ...rule, onlyStages: undefined })),
  }));
  const sent = message({ ...old, stages });
  expect(sent.stages[1]?.checklist).toEqual([]);
  expect(sent.stages[1]?.rules[0]?.onlyStages).toEqual([]);
});

test('the time for an answer is told in the longest unit that it is whole in', () => {
  const timeOf = (seconds: number) => {
    const [, agreed] = stage(draftOf(pipeline), 'work').rules;
    const approval = { ...usualApproval, time: String(seconds / 60), unit: 'minutes' as const };
    const rule = ruleOf({ ...(agreed ?? newRule([])), approval }, fields);
    const again = draftOf(create(PipelineSchema, { stages: [{ key: 'work', kind: Stage_Kind.OPEN, rules: [rule] }] }));
    const { time, unit } = again.stages[0]?.rules[0]?.approval ?? usualApproval;
    return `${time} ${unit}`;
  };
  expect([60, 5400, 7200, 172_800].map(timeOf)).toEqual(['1 minutes', '90 minutes', '2 hours', '2 days']);
});

test('an approval without a time has the usual one', () => {
  const rule = ruleOf({ ...newRule([]), ask: 'approval' }, fields);
  expect(rule.ask).toMatchObject({ case: 'approval', value: { role: Role.HEAD_OF_SALES } });
  expect(rule.ask.case === 'approval' && rule.ask.value.timeout).toBeUndefined();
});

test('the time between attempts is sent as it is typed, and not at all if there is none', () => {
  const intervalOf = (attempts: DraftRule['attempts']) => {
    const { ask } = ruleOf({ ...newRule([]), ask: 'attempts', attempts }, fields);
    return ask.case === 'attempts' ? ask.value.leastInterval?.seconds : undefined;
  };
  expect(intervalOf({ ...usualAttempts, apart: { time: '2', unit: 'hours' } })).toBe(7200n);
  expect(intervalOf(usualAttempts)).toBeUndefined();
  expect(intervalOf({ atLeast: '3', inAll: false })).toBeUndefined();
});

test('numbers and times are as the service bounds them', () => {
  const count = (atLeast: string) => isCount({ ...usualAttempts, atLeast });
  expect(['1', '100'].map(count)).toEqual([true, true]);
  expect(['', '0', '101', '1.5'].map(count)).toEqual([false, false, false, false]);
  const time = (typed: string, unit: 'minutes' | 'hours' | 'days') => isTime({ ...usualApproval, time: typed, unit });
  const right = [time('', 'days'), time('1', 'minutes'), time('1,5', 'hours'), time('30', 'days')];
  expect(right).toEqual([true, true, true, true]);
  const wrong = [time('0', 'hours'), time('0.5', 'minutes'), time('31', 'days')];
  expect(wrong).toEqual([false, false, false]);
});

test('what is none is not sent, but only where it is asked for', () => {
  const found = (part: Partial<DraftRule>) => ownProblems(withRule(part), fields, (key) => key);
  const attempts = { ...usualAttempts, atLeast: '' };
  const approval = { ...usualApproval, time: '31', unit: 'days' as const };
  expect(found({ ask: 'attempts', attempts })).toEqual({
    'rule/work/rule_1/at_least': 'pipelineSettings.attemptsBounds',
  });
  const apart = { time: '31', unit: 'days' as const };
  expect(found({ ask: 'attempts', attempts: { ...usualAttempts, apart } })).toEqual({
    'rule/work/rule_1/least_interval': 'pipelineSettings.approvalBounds',
  });
  expect(found({ ask: 'approval', approval })).toEqual({
    'rule/work/rule_1/timeout': 'pipelineSettings.approvalBounds',
  });
  expect(found({ ask: 'comment', attempts, approval })).toEqual({});
});

test('a value that is none is found in the condition of an item', () => {
  const draft = draftOf(pipeline);
  const work = stage(draft, 'work');
  const comparisons = [{ field: 'deal.floors', operator: Operator.MORE, values: ['много'] }];
  const condition = { joint: 'all' as const, comparisons };
  const checklist = (work.checklist ?? []).map((item) => ({ ...item, condition }));
  expect(Object.keys(ownProblems(withChangedStage(draft, { ...work, checklist }), fields, (key) => key))).toEqual([
    'item/work/call/condition[0].values',
    'item/work/lift/condition[0].values',
  ]);
});

test('each violation has its place', () => {
  const { problems, elsewhere } = placed(
    [
      'pipeline.stages[1].checklist',
      'pipeline.stages[1].checklist[0].text',
      'pipeline.stages[1].checklist[0].key',
      'pipeline.stages[1].checklist[1].condition.comparison.field',
      'pipeline.stages[1].checklist[1].condition',
      'pipeline.stages[1].rules[0].attempts.at_least',
      'pipeline.stages[1].rules[0].only_stages[0]',
      'pipeline.stages[1].rules[1].approval.role',
      'pipeline.stages[1].rules[1].approval.timeout',
      'pipeline.stages[1].rules[1].only_stages',
      'pipeline.stages[1].rules[2].checklist',
      'pipeline.stages[1].rules[2].binding',
      'pipeline.reopen_days',
    ].map((field) => ({ reason: 'X', field, text: field })),
    draftOf(pipeline),
  );
  expect(Object.keys(problems)).toEqual([
    ...['stage/work/checklist', 'item/work/call/text', 'item/work/lift/condition[0].field', 'item/work/lift/condition'],
    ...['rule/work/tried/at_least', 'rule/work/tried/only_stages', 'rule/work/agreed/role', 'rule/work/agreed/timeout'],
    ...['rule/work/agreed/only_stages', 'rule/work/ticked/ask', 'rule/work/ticked/binding', 'reopen_days'],
  ]);
  expect(elsewhere).toEqual([]);
});

test('a new item has its key from its text, once in its stage', () => {
  const draft = draftOf(pipeline);
  const work = stage(draft, 'work');
  const added = ['Проверить оплату', 'Проверить оплату', 'call'].map((text) => ({ ...newItem(), text }));
  const sent = message(withChangedStage(draft, { ...work, checklist: [...(work.checklist ?? []), ...added] }));
  const keys = sent.stages[1]?.checklist.map(({ key }) => key);
  expect(keys).toEqual(['call', 'lift', 'proverit_oplatu', 'proverit_oplatu_2', 'call_2']);
});

test('a way is named by the key that a new stage is saved with, and goes with its stage', () => {
  const added = { ...newStage(), name: 'Ждём ответа' };
  const named = withStage(withRule({ onlyStages: [added.key, 'silent'] }), added);
  expect(message(named).stages[1]?.rules[0]?.onlyStages).toEqual(['zhdem_otveta', 'silent']);
  expect(stage(withoutStage(named, 'silent'), 'work').rules[0]?.onlyStages).toEqual([added.key]);
});

test('a rule that holds from here on binds every way', () => {
  const part = { onlyStages: ['silent'], binding: Binding.FROM_HERE_ON };
  expect(message(withRule(part)).stages[1]?.rules[0]?.onlyStages).toEqual([]);
});

test('a stage of another kind has no checklist', () => {
  const draft = draftOf(pipeline);
  const closed = withChangedStage(draft, { ...stage(draft, 'work'), kind: Stage_Kind.WON });
  expect(stage(closed, 'work').checklist).toEqual([]);
});

test('items that two admins have added are both kept', () => {
  const mine = workOn(pipeline);
  const work = stage(mine.typed, 'work');
  const added = { ...newItem(), text: 'Моё' };
  const typed = withChangedStage(mine.typed, { ...work, checklist: [...(work.checklist ?? []), added] });
  const theirs = create(PipelineSchema, {
    ...{ ...pipeline, etag: 4n },
    stages: pipeline.stages.map((one) =>
      one.key === 'work' ? { ...one, name: 'Работаем', checklist: one.checklist.slice(1) } : one,
    ),
  });
  const now = rebased({ ...mine, typed }, theirs).typed;
  expect(stage(now, 'work').checklist?.map(({ text }) => text)).toEqual(['Узнать про лифт', 'Моё']);
});
