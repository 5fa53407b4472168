import { Stage_Color, Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import type { DraftItem } from './draft_checklist';
import { noQuestionnaire, type DraftQuestion, type DraftVerdict } from './draft_questionnaire';
import { isClosingKind, type DraftPipeline, type DraftReason, type DraftStage, type Work } from './draft';

// What an admin does to a pipeline, one function for each. They return the pipeline as it is afterwards.

// Until it is saved: then its key is made from its name.
export const newKey = (): string => `new_${crypto.randomUUID().slice(0, 8)}`;

export function newStage(): DraftStage {
  return {
    ...{ key: newKey(), name: '', kind: Stage_Kind.OPEN, parking: false },
    ...{ color: Stage_Color.UNSPECIFIED, probability: '' },
    ...{ instruction: '', lossReason: '', sortMinutes: '' },
    ...{ rules: [], checklist: [], questionnaire: noQuestionnaire, isNew: true },
  };
}

// Before those that close deals, which come last.
export function withStage(pipeline: DraftPipeline, stage: DraftStage): DraftPipeline {
  const closing = pipeline.stages.findIndex(({ kind }) => isClosingKind(kind));
  const at = closing < 0 || isClosingKind(stage.kind) ? pipeline.stages.length : closing;
  return { ...pipeline, stages: [...pipeline.stages.slice(0, at), stage, ...pipeline.stages.slice(at)] };
}

// Without what a stage of another kind has.
function ofItsKind(stage: DraftStage): DraftStage {
  return {
    ...stage,
    parking: stage.parking && stage.kind === Stage_Kind.OPEN,
    probability: stage.kind === Stage_Kind.OPEN ? stage.probability : '',
    lossReason: stage.kind === Stage_Kind.LOST ? stage.lossReason : '',
    ...(stage.sortMinutes !== undefined && stage.kind !== Stage_Kind.INCOMING && { sortMinutes: '' }),
    checklist: stage.kind === Stage_Kind.OPEN ? stage.checklist : [],
  };
}

export function withChangedStage(pipeline: DraftPipeline, changed: DraftStage): DraftPipeline {
  const stages = pipeline.stages.map((stage) => (stage.key === changed.key ? ofItsKind(changed) : stage));
  return { ...pipeline, stages };
}

// With it goes what names it.
export function withoutStage(pipeline: DraftPipeline, key: string): DraftPipeline {
  const others = (keys: string[]) => keys.filter((other) => other !== key);
  const stages = pipeline.stages
    .filter((stage) => stage.key !== key)
    .map((stage) => ({
      ...stage,
      rules: stage.rules.map((rule) => ({
        ...rule,
        stages: others(rule.stages),
        onlyStages: others(rule.onlyStages ?? []),
        exceptStages: others(rule.exceptStages),
      })),
    }));
  return { ...pipeline, stages, takeStage: pipeline.takeStage === key ? '' : pipeline.takeStage };
}

// The stages that were removed and not saved so yet.
export function removedStages({ from, typed }: Work): DraftStage[] {
  return from.stages.filter(({ key }) => typed.stages.every((stage) => stage.key !== key));
}

export const newItem = (): DraftItem => ({ key: newKey(), text: '', isNew: true });

// Most questions are there to be answered.
export const newQuestion = (): DraftQuestion => ({
  ...{ key: newKey(), text: '', hint: '', field: '' },
  ...{ required: true, isNew: true },
});

export const newVerdict = (): DraftVerdict => ({ key: newKey(), name: '', text: '', isNew: true });

export const newReason = (): DraftReason => ({ key: newKey(), name: '', outsideConversion: false, isNew: true });

export function withChangedReason(pipeline: DraftPipeline, changed: DraftReason): DraftPipeline {
  return { ...pipeline, reasons: pipeline.reasons.map((reason) => (reason.key === changed.key ? changed : reason)) };
}

export function withoutReason(pipeline: DraftPipeline, key: string): DraftPipeline {
  return {
    ...pipeline,
    reasons: pipeline.reasons.filter((reason) => reason.key !== key),
    stages: pipeline.stages.map((stage) => (stage.lossReason === key ? { ...stage, lossReason: '' } : stage)),
  };
}
