import type { MessageInitShape } from '@bufbuild/protobuf';
import type { PipelineSchema } from '../gen/voronka/crm/v1/pipeline_pb';
import type { NamedFields } from '../rules/named_fields';
import { keyFromLabel } from '../settings/key_from_label';
import type { DraftPipeline } from './draft';
import { itemOf, type DraftItem } from './draft_checklist';
import { noQuestionnaire, questionnaireOf, type DraftQuestionnaire } from './draft_questionnaire';
import { ruleOf } from './draft_rule';

interface Keyed {
  key: string;
  name: string;
  isNew: boolean;
}

// The keys to save, by those that items have until then.
function savedKeys(items: Keyed[], otherwise: string): Map<string, string> {
  const taken = items.filter(({ isNew }) => !isNew).map(({ key }) => key);
  return new Map(
    items.map(({ key, name, isNew }) => {
      if (!isNew) return [key, key];
      const made = keyFromLabel(name, otherwise, taken);
      taken.push(made);
      return [key, made];
    }),
  );
}

// Items of a checklist are told apart within their stage.
function withItemKeys(items: DraftItem[]): DraftItem[] {
  const keys = savedKeys(
    items.map(({ text, ...item }) => ({ ...item, name: text })),
    'item',
  );
  return items.map((item) => ({ ...item, key: keys.get(item.key) ?? item.key }));
}

// Questions and verdicts are told apart within their questionnaire.
function withQuestionKeys({ questions, verdicts, ...questionnaire }: DraftQuestionnaire): DraftQuestionnaire {
  const questionKeys = savedKeys(
    questions.map(({ key, text, isNew }) => ({ key, name: text, isNew })),
    'question',
  );
  const verdictKeys = savedKeys(verdicts, 'verdict');
  return {
    ...questionnaire,
    questions: questions.map((question) => ({ ...question, key: questionKeys.get(question.key) ?? question.key })),
    verdicts: verdicts.map((verdict) => ({ ...verdict, key: verdictKeys.get(verdict.key) ?? verdict.key })),
  };
}

// With keys made from names, wherever a new stage or reason is named.
export function withSavedKeys(draft: DraftPipeline): DraftPipeline {
  const stageKeys = savedKeys(draft.stages, 'stage');
  const reasonKeys = savedKeys(draft.reasons, 'reason');
  const stageKey = (key: string) => stageKeys.get(key) ?? key;
  const reasonKey = (key: string) => reasonKeys.get(key) ?? key;
  return {
    ...draft,
    takeStage: stageKey(draft.takeStage),
    reasons: draft.reasons.map((reason) => ({ ...reason, key: reasonKey(reason.key) })),
    stages: draft.stages.map((stage) => ({
      ...stage,
      key: stageKey(stage.key),
      lossReason: reasonKey(stage.lossReason),
      checklist: withItemKeys(stage.checklist ?? []),
      questionnaire: withQuestionKeys(stage.questionnaire ?? noQuestionnaire),
      rules: stage.rules.map((rule) => ({
        ...rule,
        stages: rule.stages.map(stageKey),
        onlyStages: (rule.onlyStages ?? []).map(stageKey),
        exceptStages: rule.exceptStages.map(stageKey),
      })),
    })),
  };
}

// As the service takes it.
export function messageOf(
  draft: DraftPipeline,
  fields: NamedFields | undefined,
): MessageInitShape<typeof PipelineSchema> & { key: string } {
  const { key, name, stages, reasons, takeStage, repeatPipeline, ...settings } = withSavedKeys(draft);
  const { defaultForInquiries, quickAddFields, purpose } = settings;
  return {
    ...{ key, name: name.trim(), takeStage, repeatPipeline, defaultForInquiries, quickAddFields, purpose },
    reopenDays: Number(settings.reopenDays ?? 0),
    stages: stages.map(({ key: stageKey, kind, parking, color, lossReason, ...stage }) => ({
      ...{ key: stageKey, kind, parking, color, lossReason },
      ...(stage.probability !== '' && { probability: Number(stage.probability) }),
      sortMinutes: Number(stage.sortMinutes ?? 0),
      name: stage.name.trim(),
      instruction: stage.instruction.trim(),
      rules: stage.rules.map((rule) => ruleOf(rule, fields)),
      checklist: (stage.checklist ?? []).map((item) => itemOf(item, fields)),
      questionnaire: questionnaireOf(stage.questionnaire ?? noQuestionnaire, fields),
    })),
    lossReasons: reasons.map(({ key: reasonKey, outsideConversion, ...reason }) => ({
      ...{ key: reasonKey, outsideConversion },
      name: reason.name.trim(),
    })),
  };
}
