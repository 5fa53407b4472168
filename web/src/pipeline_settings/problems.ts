import type { Violation } from '../api/refusal';
import { gathered, type Placed } from '../settings/problems';
import type { DraftPipeline } from './draft';

// Places of a pipeline: `name`, `stages`, `stage/offer/kind`, `reason/spam/name`, `rule/offer/rule_1/fields`,
// `rule/offer/rule_1/condition[0].values`.
export const stagePlace = (stage: string): string => `stage/${stage}/`;
export const rulePlace = (stage: string, rule: string): string => `rule/${stage}/${rule}/`;
export const reasonPlace = (reason: string): string => `reason/${reason}/`;

// Which part of a rule's form says it.
function rulePart(path: string): string {
  const [, at = '0', part] =
    /^condition(?:\.(?:all|any)\.conditions\[(\d+)\])?\.comparison\.(field|operator|values)/.exec(path) ?? [];
  if (part) return `condition[${at}].${part}`;
  const [, first = ''] = /^(binding|condition|fields|stages|roles|except_stages|text)\b/.exec(path) ?? [];
  return first || 'ask';
}

const plainPlaces = new Set([
  'name',
  'stages',
  'loss_reasons',
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
  const [, ruleAt, part = ''] = /^rules\[(\d+)\](?:\.(.*))?$/.exec(rest) ?? [];
  const rule = ruleAt && stage.rules[Number(ruleAt)];
  if (rule) return rulePlace(stage.key, rule.key) + rulePart(part);
  return stagePlace(stage.key) + rest.replace(/\[.*/, '');
}

// A refusal at its places in what was sent.
export const placed = (violations: Violation[], sent: DraftPipeline): Placed =>
  gathered(violations.map(({ field, text }) => ({ place: placeIn(field.replace(/^pipeline\./, ''), sent), text })));
