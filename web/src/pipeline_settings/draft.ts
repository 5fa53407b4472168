import {
  type Pipeline_Purpose,
  type Stage_Color,
  Stage_Kind,
  type LossReason,
  type Pipeline,
  type Stage,
} from '../gen/voronka/crm/v1/pipeline_pb';
import { isSame } from '../settings/merge';
import { draftItem, type DraftItem } from './draft_checklist';
import { draftQuestionnaire, type DraftQuestionnaire } from './draft_questionnaire';
import { draftRule, type DraftRule } from './draft_rule';

// A pipeline as an admin arranges it. A key names a stage or a reason as long as it is not saved, too.
export interface DraftStage {
  key: string;
  name: string;
  kind: Stage_Kind;
  parking: boolean;
  color: Stage_Color;
  // In percent, as typed. Empty: nobody has said.
  probability: string;
  instruction: string;
  lossReason: string;
  // Of an incoming stage, as typed. Empty: never. Undefined: the draft was kept before there were any.
  sortMinutes?: string;
  rules: DraftRule[];
  // Of an open stage. Undefined: the draft was kept before there were any.
  checklist?: DraftItem[];
  // Undefined: the same.
  questionnaire?: DraftQuestionnaire;
  isNew: boolean;
}

export interface DraftReason {
  key: string;
  name: string;
  outsideConversion: boolean;
  isNew: boolean;
}

export interface DraftPipeline {
  key: string;
  name: string;
  stages: DraftStage[];
  reasons: DraftReason[];
  takeStage: string;
  repeatPipeline: string;
  defaultForInquiries: boolean;
  // By their names in rules. Undefined: the draft was kept before there were any.
  quickAddFields?: string[];
  // As typed. Empty: 0. Undefined: as `quickAddFields`.
  reopenDays?: string;
  // Undefined: the same.
  purpose?: Pipeline_Purpose;
  // By the key of a stage that is removed, that of the stage to which its deals go. Undefined: nobody has said.
  moves?: Record<string, string>;
}

// What an admin has before their eyes, and what they started from. It can be kept as JSON.
export interface Work {
  etag: string;
  from: DraftPipeline;
  typed: DraftPipeline;
}

function draftStage({ probability, sortMinutes, rules, checklist, questionnaire, ...stage }: Stage): DraftStage {
  const { key, name, kind, parking, color, instruction, lossReason } = stage;
  return {
    ...{ key, name, kind, parking, color, instruction, lossReason },
    probability: probability === undefined ? '' : String(probability),
    sortMinutes: sortMinutes ? String(sortMinutes) : '',
    rules: rules.map(draftRule),
    checklist: checklist.map(draftItem),
    questionnaire: draftQuestionnaire(questionnaire),
    isNew: false,
  };
}

function draftReason({ key, name, outsideConversion }: LossReason): DraftReason {
  return { key, name, outsideConversion, isNew: false };
}

export function draftOf(pipeline: Pipeline): DraftPipeline {
  const { key, name, takeStage, repeatPipeline, defaultForInquiries, quickAddFields, purpose } = pipeline;
  return {
    ...{ key, name, takeStage, repeatPipeline, defaultForInquiries, quickAddFields, purpose },
    stages: pipeline.stages.map(draftStage),
    reasons: pipeline.lossReasons.map(draftReason),
    reopenDays: pipeline.reopenDays ? String(pipeline.reopenDays) : '',
  };
}

export function workOn(pipeline: Pipeline): Work {
  const draft = draftOf(pipeline);
  return { etag: String(pipeline.etag), from: draft, typed: draft };
}

export const isChanged = ({ from, typed }: Work): boolean => !isSame(from, typed);

export const isClosingKind = (kind: Stage_Kind): boolean => kind === Stage_Kind.WON || kind === Stage_Kind.LOST;
