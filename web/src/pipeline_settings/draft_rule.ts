import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { StageRule_Binding, StageRuleSchema, type StageRule } from '../gen/voronka/crm/v1/stage_rule_pb';
import type { Role } from '../gen/voronka/options/v1/access_pb';
import type { NamedFields } from '../rules/named_fields';
import { conditionOf, draftCondition, type DraftCondition } from './draft_condition';
import {
  approvalOf,
  attemptsOf,
  draftApproval,
  draftAttempts,
  usualApproval,
  usualAttempts,
  type DraftApproval,
  type DraftAttempts,
} from './draft_work';

export type Ask = NonNullable<StageRule['ask']['case']>;

export const asks: Ask[] = [
  ...(['fields', 'questionnaire', 'comment', 'task', 'attempts', 'checklist', 'approval'] as const),
  ...(['roles', 'stages', 'never'] as const),
];

// A rule as an admin writes it. What belongs to another ask stays, so that one may change one's mind.
export interface DraftRule {
  key: string;
  binding: StageRule_Binding;
  ask: Ask;
  fields: string[];
  roles: Role[];
  stages: string[];
  attempts?: DraftAttempts;
  approval?: DraftApproval;
  condition?: DraftCondition;
  // Undefined: the draft was kept before there were any.
  onlyStages?: string[];
  exceptLost: boolean;
  exceptWon: boolean;
  exceptStages: string[];
  text: string;
}

export function draftRule({ ask, condition, ...rule }: StageRule): DraftRule {
  return {
    ...{ key: rule.key, binding: rule.binding, ask: ask.case ?? 'fields', text: rule.text },
    fields: ask.case === 'fields' ? ask.value.fields : [],
    roles: ask.case === 'roles' ? ask.value.roles : [],
    stages: ask.case === 'stages' ? ask.value.stages : [],
    ...(ask.case === 'attempts' && { attempts: draftAttempts(ask.value) }),
    ...(ask.case === 'approval' && { approval: draftApproval(ask.value) }),
    onlyStages: rule.onlyStages,
    ...{ exceptLost: rule.exceptLost, exceptWon: rule.exceptWon, exceptStages: rule.exceptStages },
    ...(condition && { condition: draftCondition(condition) }),
  };
}

function askOf({ ask, fields, roles, stages, ...work }: DraftRule): MessageInitShape<typeof StageRuleSchema>['ask'] {
  switch (ask) {
    case 'fields':
      return { case: ask, value: { fields } };
    case 'roles':
      return { case: ask, value: { roles } };
    case 'stages':
      return { case: ask, value: { stages } };
    case 'attempts':
      return { case: ask, value: attemptsOf(work.attempts ?? usualAttempts) };
    case 'approval':
      return { case: ask, value: approvalOf(work.approval ?? usualApproval) };
    default:
      return { case: ask, value: {} };
  }
}

// A rule that holds from a stage on is about every way.
export const isOfWays = ({ binding }: Pick<DraftRule, 'binding'>): boolean =>
  binding !== StageRule_Binding.FROM_HERE_ON;

// As the service takes it, and as words are made of it.
export function ruleOf(draft: DraftRule, fields: NamedFields | undefined): StageRule {
  const condition = draft.condition && conditionOf(draft.condition, fields);
  return create(StageRuleSchema, {
    ...{ key: draft.key, binding: draft.binding, text: draft.text.trim(), ask: askOf(draft) },
    ...{ exceptLost: draft.exceptLost, exceptWon: draft.exceptWon, exceptStages: draft.exceptStages },
    onlyStages: isOfWays(draft) ? (draft.onlyStages ?? []) : [],
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
    ...{ fields: [], roles: [], stages: [], onlyStages: [], exceptStages: [], text: '' },
    ...{ exceptLost: true, exceptWon: false },
  };
}
