import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { Comparison_Operator as Operator, ConditionSchema, type Condition } from '../gen/voronka/crm/v1/condition_pb';
import { Entity, Field_Kind, FieldSetSchema } from '../gen/voronka/crm/v1/field_set_pb';
import { PipelineSchema } from '../gen/voronka/crm/v1/pipeline_pb';
import { StageRule_Binding as Binding, StageRuleSchema } from '../gen/voronka/crm/v1/stage_rule_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import en from '../i18n/en';
import { i18n, options } from '../i18n/i18n';
import ru from '../i18n/ru';
import { namedFields } from './named_fields';
import { conditionWords, ruleWords, type Names } from './rule_words';

beforeAll(async () => {
  await i18n.init({ ...options, lng: 'ru', resources: { ru: { translation: ru }, en: { translation: en } } });
});
beforeEach(() => i18n.changeLanguage('ru'));

const way = {
  ...{ key: 'way', label: 'Доставка', kind: Field_Kind.CHOICE },
  choices: [
    { key: 'pickup', name: 'самовывоз' },
    { key: 'courier', name: 'курьер' },
    { key: 'mail', name: 'почта' },
  ],
};
const deal = create(FieldSetSchema, {
  entity: Entity.DEAL,
  fields: [
    { key: 'amount', kind: Field_Kind.MONEY, system: true },
    { key: 'subject', label: 'Предмет сделки', kind: Field_Kind.TEXT },
    way,
    { key: 'shops', label: 'Цеха', kind: Field_Kind.CHOICES, choices: way.choices },
    { key: 'measured', label: 'Замер', kind: Field_Kind.DATE },
    { key: 'fitter', label: 'Замерщик', kind: Field_Kind.USER },
  ],
});
const contact = create(FieldSetSchema, {
  entity: Entity.CONTACT,
  fields: [{ key: 'phones', kind: Field_Kind.PHONE, system: true }],
});
const company = create(FieldSetSchema, {
  entity: Entity.COMPANY,
  fields: [{ key: 'tax_number', kind: Field_Kind.TEXT, system: true }],
});
const pipeline = create(PipelineSchema, {
  stages: [
    { key: 'new', name: 'Новая' },
    { key: 'offer', name: 'Предложение' },
    { key: 'sent', name: 'Отправили' },
  ],
});

const names = (): Names => ({
  ...{ t: i18n.t, pipeline, fields: namedFields([deal, contact, company]) },
  nameOf: (userId) => (userId === 7n ? 'Борис' : ''),
});

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const fields = (...names: string[]) => ({ case: 'fields' as const, value: { fields: names } });

function words(rule: MessageInitShape<typeof StageRuleSchema>): string {
  return plain(ruleWords(create(StageRuleSchema, { binding: Binding.LEAVE, ...rule }), names()));
}

const comparison = (field: string, operator: Operator, ...values: object[]): Condition =>
  create(ConditionSchema, {
    condition: {
      case: 'comparison',
      value: { field, operator, values: values.map((value) => ({ value: value as never })) },
    },
  });

const said = (condition: Condition) => plain(conditionWords(condition, names()));
const courier = comparison('deal.way', Operator.ONE_OF, { case: 'choice', value: 'courier' });

test('fields are asked for by what people call them, and whose they are', () => {
  const list = 'Сумма, Предмет сделки, Телефон клиента, ИНН компании';
  const asked = fields('deal.amount', 'deal.subject', 'contact.phones', 'company.tax_number');
  expect(words({ ask: asked })).toBe(`Чтобы перейти дальше, заполните: ${list}`);
  expect(words({ ask: asked, binding: Binding.ENTER })).toBe(`Чтобы перейти сюда, заполните: ${list}`);
  expect(words({ ask: asked, binding: Binding.FROM_HERE_ON })).toBe(`С этого этапа и дальше заполнено: ${list}`);
});

test('a rule that is not written to its end yet says so', () => {
  expect(words({ ask: fields(), exceptLost: true })).toBe('Чтобы перейти дальше, … (кроме перехода в отказ)');
});

test('a rule says which moves it does not bind', () => {
  const ask = fields('deal.amount');
  expect(words({ ask, exceptLost: true })).toBe('Чтобы перейти дальше, заполните: Сумма (кроме перехода в отказ)');
  expect(words({ ask, exceptLost: true, exceptWon: true, exceptStages: ['offer', 'sent'] })).toBe(
    'Чтобы перейти дальше, заполните: Сумма (кроме перехода в отказ, успешного завершения и этапов «Предложение» и «Отправили»)',
  );
  expect(words({ ask, exceptStages: ['offer'] })).toMatch(/\(кроме этапа «Предложение»\)$/);
});

test('each thing that a rule can ask has its sentence', () => {
  expect(words({ ask: { case: 'comment', value: {} } })).toBe('Чтобы перейти дальше, напишите комментарий');
  expect(words({ ask: { case: 'task', value: {} } })).toBe('Чтобы перейти дальше, запланируйте задачу');
  expect(words({ ask: { case: 'roles', value: { roles: [Role.DIRECTOR, Role.ADMIN] } } })).toBe(
    'Увести отсюда могут только: Директор, Администратор',
  );
  expect(words({ ask: { case: 'stages', value: { stages: ['offer', 'sent'] } } })).toBe(
    'Отсюда можно перейти только на этап «Предложение» и «Отправили»',
  );
  expect(words({ ask: { case: 'never', value: {} }, binding: Binding.ENTER, condition: courier })).toBe(
    'Сюда нельзя перейти, если Доставка: курьер',
  );
});

test('what people have to do, and to agree to, has its sentence', () => {
  const attempts = (atLeast: number, inAll = false) => words({ ask: { case: 'attempts', value: { atLeast, inAll } } });
  expect(attempts(3)).toBe('Чтобы перейти дальше, нужно не меньше 3 попыток связаться с клиентом');
  expect(attempts(1)).toMatch(/не меньше 1 попытки связаться с клиентом$/);
  expect(attempts(21, true)).toMatch(/не меньше 21 попытки связаться с клиентом за всё время$/);
  const apart = (seconds: number) =>
    words({ ask: { case: 'attempts', value: { atLeast: 3, leastInterval: { seconds: BigInt(seconds), nanos: 0 } } } });
  expect(apart(7200)).toMatch(/не меньше 3 попыток связаться с клиентом, с перерывом не меньше чем 2 часа$/);
  expect(apart(60)).toMatch(/с перерывом не меньше чем 1 минута$/);
  const approval = (role: Role, seconds?: number) =>
    words({
      ask: {
        case: 'approval',
        value: { role, ...(seconds !== undefined && { timeout: { seconds: BigInt(seconds), nanos: 0 } }) },
      },
    });
  expect(approval(Role.HEAD_OF_SALES)).toBe('Чтобы перейти дальше, нужно согласование: РОП');
  expect(approval(Role.DIRECTOR, 7200)).toMatch(/нужно согласование: директор, на ответ 2 часа$/);
  expect(approval(Role.ADMIN, 2 * 86_400)).toMatch(/администратор, на ответ 2 дня$/);
  expect(approval(Role.ADMIN, 5400)).toMatch(/на ответ 90 минут$/);
  expect(words({ ask: { case: 'checklist', value: {} } })).toBe(
    'Чтобы перейти дальше, нужно отметить все пункты чек-листа',
  );
  expect(words({ ask: { case: 'questionnaire', value: {} } })).toBe(
    'Чтобы перейти дальше, нужно ответить на обязательные вопросы анкеты',
  );
});

test('a rule says which moves alone it binds', () => {
  const ask = { case: 'attempts' as const, value: { atLeast: 3 } };
  expect(words({ ask, onlyStages: ['sent'] })).toMatch(/связаться с клиентом \(только при переходе на «Отправили»\)$/);
  expect(words({ ask, onlyStages: ['offer', 'sent'], exceptLost: true })).toMatch(
    / \(только при переходе на «Предложение» или «Отправили», кроме перехода в отказ\)$/,
  );
  expect(words({ ask, onlyStages: ['new'], binding: Binding.ENTER })).toMatch(/ \(только при переходе с «Новая»\)$/);
});

test('every binding and ask has words in both languages', async () => {
  const asks = [
    ...(['fields', 'comment', 'roles', 'stages', 'task', 'never'] as const),
    ...(['attempts', 'approval', 'checklist', 'questionnaire'] as const),
  ];
  for (const language of ['ru', 'en']) {
    await i18n.changeLanguage(language);
    for (const binding of [Binding.ENTER, Binding.LEAVE, Binding.FROM_HERE_ON]) {
      for (const ask of asks) {
        expect(words({ binding, ask: { case: ask, value: {} } as never })).not.toMatch(/rules\.|{{/);
      }
    }
  }
});

test('a condition says field, operator and values', () => {
  const anyOf = (operator: Operator) =>
    comparison('deal.way', operator, { case: 'choice', value: 'courier' }, { case: 'choice', value: 'mail' });
  expect(said(anyOf(Operator.ONE_OF))).toBe('Доставка: курьер или почта');
  expect(said(anyOf(Operator.NONE_OF))).toBe('Доставка: не курьер и не почта');
  expect(said(comparison('deal.subject', Operator.BLANK))).toBe('Предмет сделки: пусто');
  const money = { case: 'money', value: { minor: 10000000n, currency: 'RUB' } };
  expect(said(comparison('deal.amount', Operator.MORE, money))).toBe('Сумма больше 100 000 ₽');
  expect(said(comparison('deal.measured', Operator.LESS, { case: 'date', value: '2026-12-31' }))).toBe(
    'Замер раньше 31 дек. 2026 г.',
  );
  expect(said(comparison('deal.shops', Operator.ONE_OF, { case: 'choice', value: 'mail' }))).toBe('Цеха: почта');
  expect(said(comparison('deal.fitter', Operator.ONE_OF, { case: 'userId', value: 7n }))).toBe('Замерщик: Борис');
});

test('conditions in one another are in brackets', () => {
  const filled = comparison('deal.subject', Operator.FILLED);
  const joined = (joint: 'all' | 'any', ...conditions: Condition[]) =>
    create(ConditionSchema, { condition: { case: joint, value: { conditions } } });
  expect(said(joined('any', courier, joined('all', filled, courier)))).toBe(
    'Доставка: курьер или (Предмет сделки: заполнено и Доставка: курьер)',
  );
  expect(
    said(create(ConditionSchema, { condition: { case: 'negation', value: joined('any', courier, filled) } })),
  ).toBe('неверно, что (Доставка: курьер или Предмет сделки: заполнено)');
});

test('in English, too', async () => {
  await i18n.changeLanguage('en');
  const ask = fields('deal.amount', 'contact.phones', 'company.tax_number');
  expect(words({ ask, exceptLost: true, condition: courier })).toBe(
    'To go on, fill in: Amount, Client’s Phone, Company’s Tax number (except when the deal is lost), if Доставка is курьер',
  );
});

test('in English, what people have to do', async () => {
  await i18n.changeLanguage('en');
  const ask = { case: 'attempts' as const, value: { atLeast: 3 } };
  expect(words({ ask, onlyStages: ['offer', 'sent'] })).toBe(
    'To go on, it takes at least 3 attempts to reach the client (only when it goes to “Предложение” or “Отправили”)',
  );
  const value = { role: Role.HEAD_OF_SALES, timeout: { seconds: 3600n, nanos: 0 } };
  expect(words({ ask: { case: 'approval', value } })).toBe(
    'To go on, it takes the approval of the head of sales, who has 1 hour to answer',
  );
});

test('what is gone is named by its key', () => {
  expect(words({ ask: fields('deal.gone') })).toMatch(/: deal\.gone$/);
  expect(words({ ask: { case: 'stages', value: { stages: ['gone'] } } })).toMatch(/«gone»$/);
});
