import { kinds } from '../fields/kinds';
import type { Option } from '../fields/options';
import { Field_Kind, type Field } from '../gen/voronka/crm/v1/field_set_pb';
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

// Those that a rule may ask to be filled. «No» is an answer, so a mark that every deal has always is.
export function askableOptions(fields: NamedFields | undefined, pipeline: string, named: string[]): Option[] {
  const isAlwaysFilled = (name: string) => {
    const field = fields?.get(name)?.field;
    return field?.system && field.kind === Field_Kind.YES_NO;
  };
  return fieldOptions(fields, pipeline, named).filter(({ value }) => named.includes(value) || !isAlwaysFilled(value));
}

// A client or a company is chosen on the card, and whether an amount is confirmed always has an answer.
const mayBeAnswer = ({ kind, system }: Field): boolean =>
  kinds[kind] !== undefined && !(system && kind === Field_Kind.YES_NO);

// Those where an answer may go. `named`: the one that is chosen; empty: none.
export const answerFields = (fields: NamedFields | undefined, pipeline: string, named: string): Option[] =>
  fieldOptions(fields, pipeline, [named]).filter(({ value }) => {
    const field = fields?.get(value)?.field;
    return field !== undefined && mayBeAnswer(field);
  });
