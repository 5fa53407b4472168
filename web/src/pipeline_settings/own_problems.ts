import { valueFrom } from '../fields/value_forms';
import type { NamedFields } from '../rules/named_fields';
import type { DraftPipeline } from './draft';
import { comparedForm, takesValues, type DraftComparison, type DraftRule } from './draft_rule';
import type { Problems } from '../settings/problems';
import { rulePlace } from './problems';

function problemOf(
  { field: name, operator, values }: DraftComparison,
  fields: NamedFields | undefined,
): string | undefined {
  const field = fields?.get(name)?.field;
  const form = field && comparedForm(field);
  const isWrong = (typed: string) => form && valueFrom(form, typed) === undefined;
  return takesValues(operator) && values.some(isWrong) ? (form?.problem ?? 'errors.unexpected') : undefined;
}

const comparisonsOf = ({ condition }: DraftRule): DraftComparison[] =>
  condition && condition.joint !== 'complex' ? condition.comparisons : [];

// What cannot be sent: values that are none.
export function ownProblems(
  { stages }: DraftPipeline,
  fields: NamedFields | undefined,
  t: (key: string) => string,
): Problems {
  const found = stages.flatMap((stage) =>
    stage.rules.flatMap((rule) =>
      comparisonsOf(rule).flatMap((comparison, at) => {
        const problem = problemOf(comparison, fields);
        return problem ? [[`${rulePlace(stage.key, rule.key)}condition[${at}].values`, t(problem)]] : [];
      }),
    ),
  );
  return Object.fromEntries(found) as Problems;
}
