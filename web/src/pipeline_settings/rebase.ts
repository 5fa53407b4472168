import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { merged, pick } from '../settings/merge';
import { bothQuestionnaires } from './draft_questionnaire';
import { draftOf, type DraftPipeline, type DraftReason, type DraftStage, type Work } from './draft';

const keyOf = ({ key }: { key: string }): string => key;

const stageParts = [
  ...(['name', 'kind', 'parking', 'color', 'probability'] as const),
  ...(['instruction', 'lossReason', 'sortMinutes'] as const),
] as const;

// Both have changed the stage: each part, and each rule, may be of another.
const bothStages =
  (from: DraftPipeline) =>
  (mine: DraftStage, theirs: DraftStage): DraftStage => {
    const was = from.stages.find(({ key }) => key === mine.key) ?? theirs;
    const rules = { from: was.rules, mine: mine.rules, theirs: theirs.rules };
    const checklists = { from: was.checklist ?? [], mine: mine.checklist ?? [], theirs: theirs.checklist ?? [] };
    return {
      ...mine,
      ...pick(was, mine, theirs, stageParts),
      rules: merged(keyOf, rules, (rule) => rule),
      checklist: merged(keyOf, checklists, (item) => item),
      questionnaire: bothQuestionnaires(was.questionnaire, mine.questionnaire, theirs.questionnaire),
    };
  };

const pipelineParts = [
  ...(['name', 'takeStage', 'repeatPipeline', 'defaultForInquiries'] as const),
  ...(['quickAddFields', 'reopenDays', 'purpose'] as const),
] as const;

// An admin's work, begun on a pipeline that somebody else has changed since, on the pipeline as it is now.
export function rebased({ from, typed }: Work, pipeline: Pipeline): Work {
  const theirs = draftOf(pipeline);
  const stages = { from: from.stages, mine: typed.stages, theirs: theirs.stages };
  const reasons = { from: from.reasons, mine: typed.reasons, theirs: theirs.reasons };
  return {
    etag: String(pipeline.etag),
    from: theirs,
    typed: {
      ...theirs,
      ...pick(from, typed, theirs, pipelineParts),
      stages: merged(keyOf, stages, bothStages(from)),
      reasons: merged<DraftReason>(keyOf, reasons, (mine) => mine),
      ...(typed.moves && { moves: typed.moves }),
    },
  };
}
