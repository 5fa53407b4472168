import { create, equals } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { Comparison_Operator as Operator } from '../gen/voronka/crm/v1/condition_pb';
import { Entity, Field_Kind, FieldSetSchema } from '../gen/voronka/crm/v1/field_set_pb';
import { PipelineSchema, Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import { StageRule_Binding } from '../gen/voronka/crm/v1/stage_rule_pb';
import { namedFields } from '../rules/named_fields';
import { newQuestion, newStage, newVerdict, withChangedStage } from './arrange';
import { draftOf, isChanged, workOn, type DraftPipeline } from './draft';
import { noQuestionnaire, type DraftQuestionnaire } from './draft_questionnaire';
import { answerFields } from './field_options';
import { messageOf } from './message';
import { ownProblems } from './own_problems';
import { placed } from './problems';
import { rebased } from './rebase';

const fields = namedFields([
  create(FieldSetSchema, {
    entity: Entity.DEAL,
    fields: [
      { key: 'contact_id', kind: Field_Kind.CONTACT, system: true },
      { key: 'amount_confirmed', kind: Field_Kind.YES_NO, system: true },
      { key: 'floors', label: 'Этажей', kind: Field_Kind.NUMBER },
      { key: 'claim', label: 'Претензия', kind: Field_Kind.TEXT, pipelines: ['claims'] },
    ],
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

const asking = {
  title: 'Портрет клиента',
  questions: [
    { key: 'floors', text: 'Сколько этажей?', hint: 'С подвалом', field: 'deal.floors', required: true },
    { key: 'claim', text: 'Что не так?', field: 'deal.claim', condition: high },
  ],
  verdicts: [{ key: 'ours', name: 'Целевой', text: 'Назначьте встречу', condition: high }],
};

function pipelineOf(questionnaire: typeof asking | undefined, etag = 3n) {
  return create(PipelineSchema, {
    ...{ key: 'sales', name: 'Продажи', etag },
    stages: [
      {
        ...{ key: 'work', name: 'В работе', kind: Stage_Kind.OPEN },
        ...(questionnaire && { questionnaire }),
        rules: [{ key: 'asked', binding: StageRule_Binding.LEAVE, ask: { case: 'questionnaire', value: {} } }],
      },
      { key: 'won', name: 'Успех', kind: Stage_Kind.WON },
    ],
  });
}

const pipeline = pipelineOf(asking);
const message = (draft: DraftPipeline) => create(PipelineSchema, messageOf(draft, fields));
const stage = (draft: DraftPipeline) => draft.stages.find(({ key }) => key === 'work') ?? newStage();
const questionnaireIn = (draft: DraftPipeline) => stage(draft).questionnaire ?? noQuestionnaire;
const withQuestionnaire = (draft: DraftPipeline, part: Partial<DraftQuestionnaire>) =>
  withChangedStage(draft, { ...stage(draft), questionnaire: { ...questionnaireIn(draft), ...part } });

test('what nobody has changed is sent as it is', () => {
  for (const saved of [pipeline, pipelineOf(undefined)]) {
    const work = workOn(saved);
    expect(isChanged(work)).toBe(false);
    const kept = JSON.parse(JSON.stringify(work.typed)) as DraftPipeline;
    expect(equals(PipelineSchema, message(kept), create(PipelineSchema, { ...saved, etag: 0n }))).toBe(true);
  }
});

test('a stage without questions and verdicts has no questionnaire, whatever its title', () => {
  const sent = message(withQuestionnaire(draftOf(pipeline), { questions: [], verdicts: [] }));
  expect(sent.stages[0]?.questionnaire).toBeUndefined();
});

test('a draft that was kept before there were questionnaires is sent without one', () => {
  const draft = draftOf(pipelineOf(undefined));
  const old = { ...draft, stages: draft.stages.map((one) => ({ ...one, questionnaire: undefined })) };
  expect(message(old).stages[0]?.questionnaire).toBeUndefined();
});

test('a new question and a new verdict have their keys from what they say', () => {
  const draft = draftOf(pipeline);
  const { questions, verdicts } = questionnaireIn(draft);
  const added = ['Когда?', 'Когда?'].map((text) => ({ ...newQuestion(), text, field: 'deal.floors' }));
  const sent = message(
    withQuestionnaire(draft, {
      questions: [...questions, ...added],
      verdicts: [...verdicts, { ...newVerdict(), name: 'Не наш' }],
    }),
  );
  const questionnaire = sent.stages[0]?.questionnaire;
  expect(questionnaire?.questions.map(({ key }) => key)).toEqual(['floors', 'claim', 'kogda', 'kogda_2']);
  expect(questionnaire?.verdicts.map(({ key }) => key)).toEqual(['ours', 'ne_nash']);
});

test('each violation has its place', () => {
  const paths = [
    'questions',
    'title',
    'questions[0].field',
    'questions[0].key',
    'questions[1].condition',
    'questions[1].condition.comparison.field',
    'verdicts[0].name',
    'verdicts[0].condition.comparison.values',
  ];
  const { problems, elsewhere } = placed(
    paths.map((path) => ({ reason: 'X', field: `pipeline.stages[0].questionnaire.${path}`, text: path })),
    draftOf(pipeline),
  );
  expect(Object.keys(problems)).toEqual([
    ...['stage/work/questionnaire.questions', 'stage/work/questionnaire.title'],
    ...['question/work/floors/field', 'question/work/floors/text'],
    ...['question/work/claim/condition', 'question/work/claim/condition[0].field'],
    ...['verdict/work/ours/name', 'verdict/work/ours/condition[0].values'],
  ]);
  expect(elsewhere).toEqual([]);
});

test('a value that is none is found in the conditions of questions and verdicts', () => {
  const draft = draftOf(pipeline);
  const comparisons = [{ field: 'deal.floors', operator: Operator.MORE, values: ['много'] }];
  const condition = { joint: 'all' as const, comparisons };
  const { questions, verdicts } = questionnaireIn(draft);
  const wrong = withQuestionnaire(draft, {
    questions: questions.map((question) => ({ ...question, condition })),
    verdicts: verdicts.map((verdict) => ({ ...verdict, condition })),
  });
  expect(Object.keys(ownProblems(wrong, fields, (key) => key))).toEqual([
    'question/work/floors/condition[0].values',
    'question/work/claim/condition[0].values',
    'verdict/work/ours/condition[0].values',
  ]);
});

test('an answer goes into a field of this pipeline, and is nobody', () => {
  const names = (named: string) => answerFields(fields, 'sales', named).map(({ value }) => value);
  expect(names('')).toEqual(['deal.floors']);
  expect(names('deal.claim')).toEqual(['deal.floors', 'deal.claim']);
});

test('questions that two admins have added are both kept', () => {
  const mine = workOn(pipeline);
  const { questions } = questionnaireIn(mine.typed);
  const added = { ...newQuestion(), text: 'Мой вопрос' };
  const typed = withQuestionnaire(mine.typed, { questions: [...questions, added] });
  const theirs = pipelineOf({ ...asking, title: 'Опрос', questions: asking.questions.slice(1) }, 4n);
  const now = questionnaireIn(rebased({ ...mine, typed }, theirs).typed);
  expect(now.title).toBe('Опрос');
  expect(now.questions.map(({ text }) => text)).toEqual(['Что не так?', 'Мой вопрос']);
});
