import { comparedForm } from '../fields/compared_forms';
import { valueFrom } from '../fields/value_forms';
import type { NamedFields } from '../rules/named_fields';
import type { Problems } from '../settings/problems';
import type { DraftPipeline, DraftStage } from './draft';
import { takesValues, type DraftComparison, type DraftCondition } from './draft_condition';
import type { DraftRule } from './draft_rule';
import { isCount, isTime } from './draft_work';
import { itemPlace, questionPlace, rulePlace, verdictPlace } from './problems';

// With the key of its text.
type Found = [place: string, problem: string];

function problemOf(
  { field: name, operator, values }: DraftComparison,
  fields: NamedFields | undefined,
): string | undefined {
  const field = fields?.get(name)?.field;
  const form = field && comparedForm(field);
  const isWrong = (typed: string) => form && valueFrom(form, typed) === undefined;
  return takesValues(operator) && values.some(isWrong) ? (form?.problem ?? 'errors.unexpected') : undefined;
}

function inCondition(condition: DraftCondition | undefined, place: string, fields: NamedFields | undefined): Found[] {
  if (!condition || condition.joint === 'complex') return [];
  return condition.comparisons.flatMap((comparison, at): Found[] => {
    const problem = problemOf(comparison, fields);
    return problem ? [[`${place}condition[${at}].values`, problem]] : [];
  });
}

function inWork({ ask, attempts, approval }: DraftRule, place: string): Found[] {
  if (ask === 'attempts' && attempts) {
    const found: Found[] = [];
    if (!isCount(attempts)) found.push([`${place}at_least`, 'pipelineSettings.attemptsBounds']);
    if (attempts.apart && !isTime(attempts.apart)) {
      found.push([`${place}least_interval`, 'pipelineSettings.approvalBounds']);
    }
    return found;
  }
  if (ask === 'approval' && approval && !isTime(approval)) {
    return [[`${place}timeout`, 'pipelineSettings.approvalBounds']];
  }
  return [];
}

const inStage = ({ key, rules, checklist = [], ...stage }: DraftStage, fields: NamedFields | undefined): Found[] => [
  ...rules.flatMap((rule) => {
    const place = rulePlace(key, rule.key);
    return [...inWork(rule, place), ...inCondition(rule.condition, place, fields)];
  }),
  ...checklist.flatMap((item) => inCondition(item.condition, itemPlace(key, item.key), fields)),
  ...(stage.questionnaire?.questions ?? []).flatMap((question) =>
    inCondition(question.condition, questionPlace(key, question.key), fields),
  ),
  ...(stage.questionnaire?.verdicts ?? []).flatMap((verdict) =>
    inCondition(verdict.condition, verdictPlace(key, verdict.key), fields),
  ),
];

// What cannot be sent: values that are none.
export function ownProblems(
  { stages }: DraftPipeline,
  fields: NamedFields | undefined,
  t: (key: string) => string,
): Problems {
  const found = stages.flatMap((stage) => inStage(stage, fields));
  return Object.fromEntries(found.map(([place, problem]) => [place, t(problem)]));
}
