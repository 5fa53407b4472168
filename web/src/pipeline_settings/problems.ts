import type { Violation } from '../api/refusal';
import { gathered, type Placed } from '../settings/problems';
import type { DraftPipeline, DraftStage } from './draft';

// Places of a pipeline: `name`, `stages`, `stage/offer/kind`, `reason/spam/name`, `rule/offer/rule_1/fields`,
// `rule/offer/rule_1/condition[0].values`, `item/offer/call/text`, `question/offer/city/field`, `verdict/offer/ours/name`.
export const stagePlace = (stage: string): string => `stage/${stage}/`;
export const rulePlace = (stage: string, rule: string): string => `rule/${stage}/${rule}/`;
export const itemPlace = (stage: string, item: string): string => `item/${stage}/${item}/`;
export const questionPlace = (stage: string, question: string): string => `question/${stage}/${question}/`;
export const verdictPlace = (stage: string, verdict: string): string => `verdict/${stage}/${verdict}/`;
export const reasonPlace = (reason: string): string => `reason/${reason}/`;

// Which part of a condition says it. Undefined: it is about something else.
function conditionPart(path: string): string | undefined {
  const [, at = '0', part] =
    /^condition(?:\.(?:all|any)\.conditions\[(\d+)\])?\.comparison\.(field|operator|values)/.exec(path) ?? [];
  if (part) return `condition[${at}].${part}`;
  return path.startsWith('condition') ? 'condition' : undefined;
}

// Which part of a rule's form says it.
function rulePart(path: string): string {
  const [, work] = /^(?:attempts|approval)\.(at_least|least_interval|role|timeout)\b/.exec(path) ?? [];
  const [, first] = /^(binding|fields|stages|roles|except_stages|only_stages|text)\b/.exec(path) ?? [];
  return conditionPart(path) ?? work ?? first ?? 'ask';
}

// In a questionnaire. Undefined: it is about something else.
function placeInQuestionnaire(path: string, { key, questionnaire }: DraftStage): string | undefined {
  const [, list, at, part = ''] = /^questionnaire\.(questions|verdicts)\[(\d+)\](?:\.(.*))?$/.exec(path) ?? [];
  const question = list === 'questions' && questionnaire?.questions[Number(at)];
  if (question) return questionPlace(key, question.key) + (conditionPart(part) ?? part.replace('key', 'text'));
  const verdict = list === 'verdicts' && questionnaire?.verdicts[Number(at)];
  return verdict ? verdictPlace(key, verdict.key) + (conditionPart(part) ?? part.replace('key', 'name')) : undefined;
}

const plainPlaces = new Set([
  'name',
  'stages',
  'loss_reasons',
  'reopen_days',
  'take_stage',
  'repeat_pipeline',
  'default_for_inquiries',
  'quick_add_fields',
  'purpose',
]);

function placeIn(path: string, { stages, reasons }: DraftPipeline): string | undefined {
  const [, list, at, rest = ''] = /^(stages|loss_reasons)\[(\d+)\](?:\.(.*))?$/.exec(path) ?? [];
  if (list === 'loss_reasons') {
    const reason = reasons[Number(at)];
    return reason && `${reasonPlace(reason.key)}name`;
  }
  const stage = list && stages[Number(at)];
  const place = path.replace(/^(quick_add_fields)\[.*/, '$1');
  if (!stage) return plainPlaces.has(place) ? place : undefined;
  const [, inside, insideAt, part = ''] = /^(rules|checklist)\[(\d+)\](?:\.(.*))?$/.exec(rest) ?? [];
  const rule = inside === 'rules' && stage.rules[Number(insideAt)];
  if (rule) return rulePlace(stage.key, rule.key) + rulePart(part);
  const item = inside === 'checklist' && stage.checklist?.[Number(insideAt)];
  if (item) return itemPlace(stage.key, item.key) + (conditionPart(part) ?? 'text');
  const asked = placeInQuestionnaire(rest, stage);
  return asked ?? stagePlace(stage.key) + rest.replace(/\[.*/, '');
}

// A refusal at its places in what was sent.
export const placed = (violations: Violation[], sent: DraftPipeline): Placed =>
  gathered(violations.map(({ field, text }) => ({ place: placeIn(field.replace(/^pipeline\./, ''), sent), text })));
