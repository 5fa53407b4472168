import type { Duration } from '@bufbuild/protobuf/wkt';
import type { TFunction } from 'i18next';
import { kinds } from '../fields/kinds';
import { choiceForm, type Known } from '../fields/value_forms';
import { Comparison_Operator, type Comparison, type Condition } from '../gen/voronka/crm/v1/condition_pb';
import { Field_Kind, type Field } from '../gen/voronka/crm/v1/field_set_pb';
import type { FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { StageRule_Binding, type StageRule } from '../gen/voronka/crm/v1/stage_rule_pb';
import { roleName } from '../people/roles';
import { stageName } from '../pipelines/stages';
import { fullLabel, type NamedFields } from './named_fields';
import { approvalWords, attemptsWords } from './work_words';

// What a rule's keys and ids are called.
export interface Names {
  t: TFunction;
  pipeline: Pick<Pipeline, 'stages'>;
  fields: NamedFields | undefined;
  nameOf: Known['nameOf'];
}

// The part of a text's key that names the binding.
const bindings = {
  [StageRule_Binding.UNSPECIFIED]: 'enter',
  [StageRule_Binding.ENTER]: 'enter',
  [StageRule_Binding.LEAVE]: 'leave',
  [StageRule_Binding.FROM_HERE_ON]: 'fromHereOn',
} as const satisfies Record<StageRule_Binding, string>;

export const bindingKey = (binding: StageRule_Binding) => bindings[binding];

// «А», «А» и «Б», «А», «Б» и «В».
function listed(items: string[], last: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;
}

const quoted = (name: string, { t }: Names): string => t('rules.quoted', { name });

const stageList = (keys: string[], names: Names, last: 'rules.and' | 'rules.or' = 'rules.and'): string =>
  listed(
    keys.map((key) => quoted(stageName(names.pipeline, key), names)),
    names.t(last),
  );

const secondsOf = (duration: Duration | undefined) => duration && Number(duration.seconds);

// What people have to do, or to agree to.
function workWords(ask: StageRule['ask'], { t }: Names): string | undefined {
  switch (ask.case) {
    case 'attempts':
      return attemptsWords(ask.value.atLeast, ask.value.inAll, secondsOf(ask.value.leastInterval), t);
    case 'approval':
      return approvalWords(ask.value.role, secondsOf(ask.value.timeout), t);
    case 'checklist':
      return t('rules.checklist');
    case 'questionnaire':
      return t('rules.questionnaire');
    default:
      return undefined;
  }
}

function askWords({ ask, binding }: StageRule, names: Names): string {
  const { t, fields } = names;
  const key = bindingKey(binding);
  const work = workWords(ask, names);
  if (work !== undefined) return t(`rules.${key}.needs`, { what: work });
  switch (ask.case) {
    case 'fields':
      if (!ask.value.fields.length) return t(`rules.${key}.nothing`);
      return t(`rules.${key}.fields`, { list: ask.value.fields.map((name) => fullLabel(fields, name)).join(', ') });
    case 'comment':
      return t(`rules.${key}.comment`);
    case 'roles':
      return t(`rules.${key}.roles`, { list: ask.value.roles.map((role) => t(roleName(role))).join(', ') });
    case 'stages':
      return t(`rules.${key}.stages`, { list: stageList(ask.value.stages, names) });
    case 'task':
      return t(`rules.${key}.task`);
    case 'never':
      return t(`rules.${key}.never`);
    default:
      return t(`rules.${key}.nothing`);
  }
}

// «только при переходе на «Отправили» или «Ждём»».
function onlyWords({ binding, onlyStages }: StageRule, names: Names): string {
  if (!onlyStages.length) return '';
  const text = binding === StageRule_Binding.LEAVE ? 'rules.onlyTo' : 'rules.onlyFrom';
  return names.t(text, { list: stageList(onlyStages, names, 'rules.or') });
}

function exceptWords({ exceptLost, exceptWon, exceptStages }: StageRule, names: Names): string {
  const { t } = names;
  const all = [
    exceptLost && t('rules.exceptLost'),
    exceptWon && t('rules.exceptWon'),
    exceptStages.length > 0 &&
      t('rules.exceptStages', { count: exceptStages.length, list: stageList(exceptStages, names) }),
  ].filter((part) => part !== false);
  return all.length ? t('rules.except', { list: listed(all, t('rules.and')) }) : '';
}

// In brackets: the moves that the rule is about.
function movesWords(rule: StageRule, names: Names): string {
  const parts = [onlyWords(rule, names), exceptWords(rule, names)].filter(Boolean);
  return parts.length ? ` (${parts.join(', ')})` : '';
}

export function valueWords(field: Field, value: FieldValue, { nameOf }: Pick<Names, 'nameOf'>): string {
  // One of several choices is compared with a choice.
  const form = field.kind === Field_Kind.CHOICES ? choiceForm : kinds[field.kind]?.form;
  return form?.text(value.value, { field, nameOf }) ?? '';
}

const isMoment = ({ kind }: Field): boolean => kind === Field_Kind.DATE || kind === Field_Kind.TIME;

const operators = {
  [Comparison_Operator.UNSPECIFIED]: 'filled',
  [Comparison_Operator.FILLED]: 'filled',
  [Comparison_Operator.BLANK]: 'blank',
  [Comparison_Operator.ONE_OF]: 'oneOf',
  [Comparison_Operator.NONE_OF]: 'noneOf',
  [Comparison_Operator.LESS]: 'less',
  [Comparison_Operator.MORE]: 'more',
  [Comparison_Operator.CONTAINS]: 'contains',
} as const satisfies Record<Comparison_Operator, string>;

// What the operator is called of such a field: dates are not less but earlier.
export function operatorKey(operator: Comparison_Operator, field: Field | undefined) {
  const key = operators[operator];
  if (!field || !isMoment(field)) return key;
  return key === 'less' ? 'earlier' : key === 'more' ? 'later' : key;
}

function comparisonWords({ field: name, operator, values }: Comparison, names: Names): string {
  const { t, fields } = names;
  const field = fields?.get(name)?.field;
  const said = values.map((value) => (field ? valueWords(field, value, names) : ''));
  const list = listed(said, t(operator === Comparison_Operator.NONE_OF ? 'rules.nor' : 'rules.or'));
  return t(`rules.comparison.${operatorKey(operator, field)}`, { field: fullLabel(fields, name), list });
}

// «Доставка: курьер». `isInner`: a part of another condition, so that several are in brackets.
export function conditionWords({ condition }: Condition, names: Names, isInner = false): string {
  const { t } = names;
  switch (condition.case) {
    case 'comparison':
      return comparisonWords(condition.value, names);
    case 'negation':
      return t('rules.not', { what: conditionWords(condition.value, names, true) });
    case 'all':
    case 'any': {
      const { conditions } = condition.value;
      const parts = conditions.map((part) => conditionWords(part, names, conditions.length > 1));
      const joined = parts.join(` ${t(condition.case === 'all' ? 'rules.and' : 'rules.or')} `);
      return isInner && parts.length > 1 ? `(${joined})` : joined;
    }
    default:
      return '';
  }
}

// The rule in a sentence, as settings, the header of a column and the card of a deal say it: «Чтобы перейти дальше,
// заполните: Сумма, Предмет сделки (кроме перехода в отказ)».
export function ruleWords(rule: StageRule, names: Names): string {
  const when = rule.condition ? conditionWords(rule.condition, names) : '';
  const words = askWords(rule, names) + movesWords(rule, names);
  return when ? names.t('rules.if', { words, when }) : words;
}
