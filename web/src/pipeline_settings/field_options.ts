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
