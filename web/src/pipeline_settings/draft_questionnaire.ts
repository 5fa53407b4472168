import type { MessageInitShape } from '@bufbuild/protobuf';
import type { Question, Questionnaire, QuestionnaireSchema, Verdict } from '../gen/voronka/crm/v1/questionnaire_pb';
import type { NamedFields } from '../rules/named_fields';
import { merged, pick } from '../settings/merge';
import { conditionOf, draftCondition, type DraftCondition } from './draft_condition';

// A question of a stage as an admin writes it. A key names it as long as it is not saved, too.
export interface DraftQuestion {
  key: string;
  text: string;
  hint: string;
  // By its name in rules. Empty: not chosen yet.
  field: string;
  required: boolean;
  condition?: DraftCondition;
  isNew: boolean;
}

export interface DraftVerdict {
  key: string;
  name: string;
  text: string;
  condition?: DraftCondition;
  isNew: boolean;
}

export interface DraftQuestionnaire {
  title: string;
  questions: DraftQuestion[];
  verdicts: DraftVerdict[];
}

// Of a stage that asks nothing.
export const noQuestionnaire: DraftQuestionnaire = { title: '', questions: [], verdicts: [] };

const draftOfCondition = ({ condition }: Question | Verdict) => condition && { condition: draftCondition(condition) };

export function draftQuestionnaire(questionnaire: Questionnaire | undefined): DraftQuestionnaire {
  if (!questionnaire) return noQuestionnaire;
  return {
    title: questionnaire.title,
    questions: questionnaire.questions.map((question) => {
      const { key, text, hint, field, required } = question;
      return { key, text, hint, field, required, ...draftOfCondition(question), isNew: false };
    }),
    verdicts: questionnaire.verdicts.map((verdict) => {
      const { key, name, text } = verdict;
      return { key, name, text, ...draftOfCondition(verdict), isNew: false };
    }),
  };
}

// As the service takes it. Undefined: the stage asks nothing.
export function questionnaireOf(
  { title, questions, verdicts }: DraftQuestionnaire,
  fields: NamedFields | undefined,
): MessageInitShape<typeof QuestionnaireSchema> | undefined {
  if (!questions.length && !verdicts.length) return undefined;
  const sentCondition = (draft: DraftCondition | undefined) => {
    const condition = draft && conditionOf(draft, fields);
    return condition && { condition };
  };
  return {
    title: title.trim(),
    questions: questions.map(({ key, text, hint, field, required, condition }) => ({
      ...{ key, field, required, ...sentCondition(condition) },
      ...{ text: text.trim(), hint: hint.trim() },
    })),
    verdicts: verdicts.map(({ key, name, text, condition }) => ({
      ...{ key, ...sentCondition(condition) },
      ...{ name: name.trim(), text: text.trim() },
    })),
  };
}

const keyOf = ({ key }: { key: string }): string => key;

// What two admins, who have both begun on `from`, have made of it.
export function bothQuestionnaires(
  from = noQuestionnaire,
  mine = noQuestionnaire,
  theirs = noQuestionnaire,
): DraftQuestionnaire {
  const questions = { from: from.questions, mine: mine.questions, theirs: theirs.questions };
  const verdicts = { from: from.verdicts, mine: mine.verdicts, theirs: theirs.verdicts };
  return {
    ...pick(from, mine, theirs, ['title']),
    questions: merged(keyOf, questions, (question) => question),
    verdicts: merged(keyOf, verdicts, (verdict) => verdict),
  };
}
