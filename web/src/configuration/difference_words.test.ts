import { create } from '@bufbuild/protobuf';
import { createInstance, type TFunction } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import {
  ConfigurationDifference_Kind as Kind,
  ConfigurationDifferenceSchema,
} from '../gen/voronka/crm/v1/configuration_pb';
import en from '../i18n/en';
import ru from '../i18n/ru';
import { differenceWords, outermostWords } from './difference_words';
import { grouped } from './groups';

async function translator(lng: string, text: object): Promise<TFunction> {
  const instance = createInstance();
  await instance.init({ lng, resources: { [lng]: { translation: text } } });
  return instance.t;
}

let inRussian: TFunction;
let inEnglish: TFunction;
beforeAll(async () => {
  inRussian = await translator('ru', ru);
  inEnglish = await translator('en', en);
});

const said = (kind: Kind, path: string, names: string[]) =>
  [inRussian, inEnglish].map((t) => differenceWords({ kind, path, names }, t));

test('what appears or leaves is named', () => {
  expect(said(Kind.ADDED, 'pipelines["repairs"]', ['Ремонт'])).toEqual([
    'Добавляется воронка «Ремонт»',
    'Pipeline “Ремонт” is added',
  ]);
  expect(said(Kind.REMOVED, 'pipelines["sales"].stages["new"]', ['Продажи', 'Новая'])).toEqual([
    'Убирается этап «Новая»',
    'Stage “Новая” is removed',
  ]);
});

test('deals that move say how many they are, and where they go', () => {
  const told = { kind: Kind.DEALS_MOVED, path: 'pipelines["sales"].stages["old"]', names: ['Продажи', 'Старый'] };
  const words = (deals: bigint) => differenceWords({ ...told, after: 'Новый', deals }, inRussian);
  expect(words(1n)).toBe('Этап «Старый»: 1 сделка перейдёт на этап «Новый»');
  expect(words(12n)).toBe('Этап «Старый»: 12 сделок перейдут на этап «Новый»');
  expect(differenceWords({ ...told, after: 'Новый', deals: 2n }, inEnglish)).toBe(
    'Stage “Старый”: 2 deals move to stage “Новый”',
  );
});

test('what changes is told with the things around it, but for the outermost', () => {
  expect(said(Kind.CHANGED, 'pipelines["sales"].name', ['Продажи'])).toEqual(['Меняется название', 'Name changes']);
  expect(said(Kind.CHANGED, 'pipelines["sales"].stages["new"].instruction', ['Продажи', 'Новая'])).toEqual([
    'Этап «Новая»: меняется регламент',
    'Stage “Новая”: instruction changes',
  ]);
  expect(said(Kind.ADDED, 'pipelines["sales"].stages["new"].rules["sum"]', ['Продажи', 'Новая', 'sum'])).toEqual([
    'Этап «Новая»: добавляется правило «sum»',
    'Stage “Новая”: rule “sum” is added',
  ]);
});

test('a field of a message inside a thing is called by the outer one that people know', () => {
  const path = 'pipelines["sales"].stages["new"].rules["sum"].condition.comparison.values[0].money';
  expect(said(Kind.CHANGED, path, ['Продажи', 'Новая', 'sum'])).toEqual([
    'Этап «Новая», правило «sum»: меняется условие «только если»',
    'Stage “Новая”, rule “sum”: condition “only if” changes',
  ]);
});

test('what people are asked to do is called in words', () => {
  const inRule = (field: string) =>
    said(Kind.CHANGED, `pipelines["sales"].stages["new"].rules["tried"].${field}`, ['Продажи', 'Новая', 'tried'])[0];
  expect(inRule('attempts')).toBe('Этап «Новая», правило «tried»: меняется число попыток связаться с клиентом');
  expect(inRule('approval')).toBe('Этап «Новая», правило «tried»: меняется согласование');
  expect(inRule('checklist')).toBe('Этап «Новая», правило «tried»: меняется просьба отметить чек-лист');
  expect(inRule('only_stages')).toMatch(/: меняется список переходов, при которых действует правило$/);
  const items = 'pipelines["sales"].stages["new"].checklist';
  expect(said(Kind.ADDED, `${items}["ready"]`, ['Продажи', 'Новая', 'Заказ готов'])).toEqual([
    'Этап «Новая»: добавляется пункт чек-листа «Заказ готов»',
    'Stage “Новая”: checklist item “Заказ готов” is added',
  ]);
  expect(said(Kind.CHANGED, `${items}["ready"].condition.comparison`, ['Продажи', 'Новая', 'Заказ готов'])[0]).toBe(
    'Этап «Новая», пункт чек-листа «Заказ готов»: меняется условие «только если»',
  );
  expect(said(Kind.REORDERED, items, ['Продажи', 'Новая'])[0]).toBe('Этап «Новая»: меняется порядок пунктов чек-листа');
});

test('a questionnaire is told question by question', () => {
  const asking = 'pipelines["sales"].stages["new"].questionnaire';
  const onStage = ['Продажи', 'Новая'];
  expect(said(Kind.ADDED, `${asking}.questions["city"]`, [...onStage, 'Откуда вы?'])).toEqual([
    'Этап «Новая»: добавляется вопрос анкеты «Откуда вы?»',
    'Stage “Новая”: question “Откуда вы?” is added',
  ]);
  expect(said(Kind.CHANGED, `${asking}.questions["city"].field`, [...onStage, 'Откуда вы?'])[0]).toBe(
    'Этап «Новая», вопрос анкеты «Откуда вы?»: меняется поле ответа',
  );
  expect(said(Kind.REMOVED, `${asking}.verdicts["ours"]`, [...onStage, 'Целевой'])[0]).toBe(
    'Этап «Новая»: убирается вывод анкеты «Целевой»',
  );
  expect(said(Kind.CHANGED, `${asking}.title`, onStage)).toEqual([
    'Этап «Новая»: меняется название анкеты',
    'Stage “Новая”: title of the questionnaire changes',
  ]);
  expect(said(Kind.REORDERED, `${asking}.questions`, onStage)[0]).toBe(
    'Этап «Новая»: меняется порядок вопросов анкеты',
  );
  const rule = 'pipelines["sales"].stages["new"].rules["asked"].questionnaire';
  expect(said(Kind.CHANGED, rule, [...onStage, 'asked'])[0]).toMatch(/: меняется просьба ответить на вопросы анкеты$/);
});

test('how long lost deals can be reopened', () => {
  expect(said(Kind.CHANGED, 'pipelines["sales"].reopen_days', ['Продажи'])).toEqual([
    'Меняется число дней, когда менеджер может вернуть свою сделку',
    'Number of days when managers may reopen their deal changes',
  ]);
});

test('another order says of what', () => {
  expect(said(Kind.REORDERED, 'pipelines', [])).toEqual(['Меняется порядок воронок', 'Order of pipelines changes']);
  expect(said(Kind.REORDERED, 'field_sets["ENTITY_DEAL"].fields["way"].choices', ['ENTITY_DEAL', 'way'])).toEqual([
    'Поле «way»: меняется порядок вариантов',
    'Field “way”: order of choices changes',
  ]);
  expect(said(Kind.REORDERED, 'pipelines["sales"].quick_add_fields', ['Продажи'])).toEqual([
    'Меняется порядок полей быстрого добавления',
    'Order of quick add fields changes',
  ]);
  expect(said(Kind.REORDERED, 'forms["site"].news', ['Сайт'])).toEqual([
    'Меняется порядок: news',
    'Order of news changes',
  ]);
});

test('what has no words here is called as the file calls it', () => {
  expect(said(Kind.CHANGED, 'pipelines["sales"].colour', ['Продажи'])).toEqual(['Меняется colour', 'Colour changes']);
  expect(said(Kind.ADDED, 'robots["r"]', [])).toEqual(['Добавляется robots «r»', 'Robots “r” is added']);
  expect(said(Kind.CHANGED, '', [])).toEqual(['Меняется ', ' changes']);
});

test('a set of fields has no name of its own', () => {
  const names = ['ENTITY_DEAL', 'Город'];
  expect(said(Kind.CHANGED, 'field_sets["ENTITY_DEAL"].fields["city"].label', names)[0]).toBe(
    'Поле «Город»: меняется название',
  );
  expect(said(Kind.ADDED, 'field_sets["ENTITY_DEAL"]', ['ENTITY_DEAL'])).toEqual([
    'Добавляется набор полей сделок',
    'Set of deal fields is added',
  ]);
});

test('rights are called by their role', () => {
  const names = ['ROLE_MANAGER'];
  expect(said(Kind.CHANGED, 'role_access["ROLE_MANAGER"].deals', names)[0]).toBe('Меняется видимость сделок');
  expect(said(Kind.CHANGED, 'role_access["ROLE_MANAGER"].owner_change_forbidden', names)[0]).toBe(
    'Меняется запрет передавать сделки',
  );
  expect(said(Kind.ADDED, 'role_access["ROLE_MANAGER"]', names)[0]).toBe('Добавляется ограничение прав менеджеров');
  expect(outermostWords({ path: 'role_access["ROLE_MANAGER"].deals', names }, inRussian)).toBe('Права менеджеров');
});

test('the outermost thing is a heading', () => {
  const heading = (path: string, names: string[]) => outermostWords({ path, names }, inRussian);
  expect(heading('pipelines["sales"].name', ['Продажи'])).toBe('Воронка «Продажи»');
  expect(heading('forms["site"]', ['Сайт'])).toBe('Форма «Сайт»');
  expect(heading('field_sets["ENTITY_CONTACT"].fields["city"]', ['ENTITY_CONTACT', 'Город'])).toBe('Поля клиентов');
  expect(heading('field_sets["ENTITY_COMPANY"]', ['ENTITY_COMPANY'])).toBe('Поля компаний');
  expect(heading('pipelines', [])).toBe('Воронки');
  expect(heading('robots["r"]', ['Р'])).toBe('Robots «Р»');
});

test('differences are grouped by the outermost thing, in the order in which they come', () => {
  const differences = ['pipelines["b"].name', 'pipelines["a"].name', 'pipelines["b"].stages["x"]', 'pipelines'].map(
    (path) => create(ConfigurationDifferenceSchema, { kind: Kind.CHANGED, path, names: [] }),
  );
  const groups = grouped(differences, inRussian);
  expect(groups.map(({ title, differences: inside }) => [title, inside.length])).toEqual([
    ['Воронка «b»', 2],
    ['Воронка «a»', 1],
    ['Воронки', 1],
  ]);
});
