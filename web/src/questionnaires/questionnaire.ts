import { create } from '@bufbuild/protobuf';
import { FieldValueSchema, type FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import type { Question, Questionnaire, Verdict } from '../gen/voronka/crm/v1/questionnaire_pb';
import { isTrue } from '../rules/condition_true';
import { valuesIn, valuesOf, type KnownFacts, type Owner } from '../rules/field_values';
import { partsOf, type Part } from '../rules/filled_fields';
import type { NamedField } from '../rules/named_fields';

// A question that is asked of a deal.
export interface AskedQuestion {
  question: Question;
  isAnswered: boolean;
}

const holds = ({ condition }: Question | Verdict, facts: KnownFacts): boolean => !condition || isTrue(condition, facts);

// Each answer may open the next questions.
export function questionsOf({ questions }: Pick<Questionnaire, 'questions'>, facts: KnownFacts): AskedQuestion[] {
  return questions
    .filter((question) => holds(question, facts))
    .map((question) => ({ question, isAnswered: valuesOf(question.field, facts).length > 0 }));
}

export const verdictOf = ({ verdicts }: Pick<Questionnaire, 'verdicts'>, facts: KnownFacts): Verdict | undefined =>
  verdicts.find((verdict) => holds(verdict, facts));

// In which question the stages whose rules want answers ask for the field: one that is asked of this deal, if any is.
export function questionAbout(
  name: string,
  stages: Pick<Stage, 'rules' | 'questionnaire'>[],
  facts: KnownFacts,
): Question | undefined {
  const questions = stages
    .filter(({ rules }) => rules.some(({ ask }) => ask.case === 'questionnaire'))
    .flatMap(({ questionnaire }) => questionnaire?.questions ?? [])
    .filter(({ field }) => field === name);
  return questions.find((question) => holds(question, facts)) ?? questions[0];
}

// The value of the field as its editor has it; of several phones, the first.
export function answerIn(owner: Owner | undefined, { name, field }: NamedField): FieldValue | undefined {
  if (!owner) return undefined;
  if (!field.system) return owner.fields[field.key];
  const [value] = valuesIn(owner, name);
  return value && create(FieldValueSchema, { value });
}

// What an update of the deal, of its client or its company brings. `value` undefined: the answer is taken back.
export function partOfAnswer(named: NamedField, value: FieldValue | undefined): Part {
  const { key, system } = named.field;
  if (!value) return { values: {}, paths: [system ? key : `fields.${key}`] };
  const { deal, contact, company } = partsOf([{ named, value }]);
  return [deal, contact, company].find(({ paths }) => paths.length > 0) ?? deal;
}
