import { create, fromJson, toJson, type MessageInitShape } from '@bufbuild/protobuf';
import {
  choiceForm,
  dateForm,
  moneyForm,
  numberForm,
  textForm,
  timeForm,
  userForm,
  valueFrom,
  yesNoForm,
  type ValueForm,
} from '../fields/value_forms';
import { kinds } from '../fields/kinds';
import {
  Comparison_Operator,
  ConditionSchema,
  type Comparison,
  type Condition,
  type ConditionJson,
} from '../gen/voronka/crm/v1/condition_pb';
import { Field_Kind, type Field } from '../gen/voronka/crm/v1/field_set_pb';
import type { FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import { StageRule_Binding, StageRuleSchema, type StageRule } from '../gen/voronka/crm/v1/stage_rule_pb';
import type { Role } from '../gen/voronka/options/v1/access_pb';
import type { NamedFields } from '../rules/named_fields';

export type Ask = 'fields' | 'comment' | 'roles' | 'stages' | 'task' | 'never';

export const asks: Ask[] = ['fields', 'comment', 'task', 'roles', 'stages', 'never'];

export interface DraftComparison {
  field: string;
  operator: Comparison_Operator;
  // As the field's editor has them.
  values: string[];
}

// What holds of the deals that a rule binds: comparisons side by side. Others come from integrations and are kept as
// they are.
export type DraftCondition =
  { joint: 'all' | 'any'; comparisons: DraftComparison[] } | { joint: 'complex'; json: ConditionJson };

// A rule as an admin writes it. What belongs to another ask stays, so that one may change one's mind.
export interface DraftRule {
  key: string;
  binding: StageRule_Binding;
  ask: Ask;
  fields: string[];
  roles: Role[];
  stages: string[];
  condition?: DraftCondition;
  exceptLost: boolean;
  exceptWon: boolean;
  exceptStages: string[];
  text: string;
}

const formOf: Partial<Record<NonNullable<FieldValue['value']['case']>, ValueForm>> = {
  ...{ text: textForm, number: numberForm, money: moneyForm, date: dateForm, time: timeForm },
  ...{ yes: yesNoForm, choice: choiceForm, userId: userForm },
};

const typedValue = ({ value }: FieldValue): string => (value.case ? (formOf[value.case]?.typed(value) ?? '') : '');

function draftComparison({ field, operator, values }: Comparison): DraftComparison {
  return { field, operator, values: values.map(typedValue) };
}

function comparisonsIn(conditions: Condition[]): DraftComparison[] | undefined {
  const plain = conditions.flatMap(({ condition }) => (condition.case === 'comparison' ? [condition.value] : []));
  return plain.length === conditions.length ? plain.map(draftComparison) : undefined;
}

function draftCondition(condition: Condition): DraftCondition {
  const { case: joint, value } = condition.condition;
  if (joint === 'comparison') return { joint: 'all', comparisons: [draftComparison(value)] };
  const comparisons = joint === 'all' || joint === 'any' ? comparisonsIn(value.conditions) : undefined;
  return comparisons && (joint === 'all' || joint === 'any')
    ? { joint, comparisons }
    : { joint: 'complex', json: toJson(ConditionSchema, condition) };
}

export function draftRule({ ask, condition, ...rule }: StageRule): DraftRule {
  return {
    ...{ key: rule.key, binding: rule.binding, ask: ask.case ?? 'fields', text: rule.text },
    fields: ask.case === 'fields' ? ask.value.fields : [],
    roles: ask.case === 'roles' ? ask.value.roles : [],
    stages: ask.case === 'stages' ? ask.value.stages : [],
    ...{ exceptLost: rule.exceptLost, exceptWon: rule.exceptWon, exceptStages: rule.exceptStages },
    ...(condition && { condition: draftCondition(condition) }),
  };
}

// How one value is typed with which the field is compared: of several choices, one.
export function comparedForm({ kind }: Pick<Field, 'kind'>): ValueForm | undefined {
  return kind === Field_Kind.CHOICES ? choiceForm : kinds[kind]?.form;
}

export const takesValues = (operator: Comparison_Operator): boolean =>
  operator !== Comparison_Operator.FILLED && operator !== Comparison_Operator.BLANK;

function valuesOf({ field: name, operator, values }: DraftComparison, fields: NamedFields | undefined): FieldValue[] {
  const field = fields?.get(name)?.field;
  const form = field && comparedForm(field);
  if (!form || !takesValues(operator)) return [];
  return values.flatMap((typed) => valueFrom(form, typed) ?? []);
}

type ConditionInit = MessageInitShape<typeof ConditionSchema>;

function conditionOf(draft: DraftCondition, fields: NamedFields | undefined): ConditionInit | undefined {
  if (draft.joint === 'complex') return fromJson(ConditionSchema, draft.json);
  const comparisons: ConditionInit[] = draft.comparisons.map((comparison) => ({
    condition: {
      case: 'comparison',
      value: { field: comparison.field, operator: comparison.operator, values: valuesOf(comparison, fields) },
    },
  }));
  if (comparisons.length < 2) return comparisons[0];
  return { condition: { case: draft.joint, value: { conditions: comparisons } } };
}

function askOf({ ask, fields, roles, stages }: DraftRule): MessageInitShape<typeof StageRuleSchema>['ask'] {
  switch (ask) {
    case 'fields':
      return { case: ask, value: { fields } };
    case 'roles':
      return { case: ask, value: { roles } };
    case 'stages':
      return { case: ask, value: { stages } };
    default:
      return { case: ask, value: {} };
  }
}

// As the service takes it, and as words are made of it.
export function ruleOf(draft: DraftRule, fields: NamedFields | undefined): StageRule {
  const condition = draft.condition && conditionOf(draft.condition, fields);
  return create(StageRuleSchema, {
    ...{ key: draft.key, binding: draft.binding, text: draft.text.trim(), ask: askOf(draft) },
    ...{ exceptLost: draft.exceptLost, exceptWon: draft.exceptWon, exceptStages: draft.exceptStages },
    ...(condition && { condition }),
  });
}

// Most rules ask for fields before a deal goes on, and let it be lost at any time.
export function newRule(taken: DraftRule[]): DraftRule {
  const keys = new Set(taken.map(({ key }) => key));
  let number = taken.length + 1;
  while (keys.has(`rule_${number}`)) number++;
  return {
    ...{ key: `rule_${number}`, binding: StageRule_Binding.LEAVE, ask: 'fields' },
    ...{ fields: [], roles: [], stages: [], exceptStages: [], text: '' },
    ...{ exceptLost: true, exceptWon: false },
  };
}
