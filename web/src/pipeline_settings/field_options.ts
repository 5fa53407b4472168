import { kinds } from '../fields/kinds';
import type { Option } from '../fields/options';
import { fullLabel, type NamedFields } from '../rules/named_fields';

// The fields that a rule of the pipeline may name: those that a deal has there, those of its client and company. One that is
// named already is offered in any case.
export function fieldOptions(fields: NamedFields | undefined, pipeline: string, named: string[]): Option[] {
  return [...(fields?.values() ?? [])]
    .filter(
      ({ name, field: { pipelines } }) => !pipelines.length || pipelines.includes(pipeline) || named.includes(name),
    )
    .map(({ name }) => ({ value: name, name: fullLabel(fields, name) }));
}

// Those that may have an answer: a client or a company is chosen on the card. `named`: the one that is chosen; empty: none.
export const answerFields = (fields: NamedFields | undefined, pipeline: string, named: string): Option[] =>
  fieldOptions(fields, pipeline, [named]).filter(({ value }) => {
    const kind = fields?.get(value)?.field.kind;
    return kind !== undefined && kinds[kind] !== undefined;
  });
