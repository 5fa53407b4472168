import type { TFunction } from 'i18next';
import { kinds } from '../fields/kinds';
import { ConfigurationDifference_Kind, type ConfigurationDifference } from '../gen/voronka/crm/v1/configuration_pb';
import { Field_Kind } from '../gen/voronka/crm/v1/field_set_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { approvalWords, attemptsWords } from '../rules/work_words';

export interface ShownValue {
  text: string;
  // Of several lines, or longer than one: it is folded.
  isLong: boolean;
  // In protobuf text format, as opposed to words.
  isCode: boolean;
  // Only says that nothing is there.
  isBlank?: boolean;
}

const longest = 80;
// A key, a number, the name of a kind, a message that says nothing.
const item = /^([\w.:/@-]+|\{\})$/;
const codeLine = /^(\s|\w+(: | \{)|\}|$)/;

const words = new Map([
  ['true', 'fields.yes'],
  ['false', 'fields.no'],
  ['{}', 'fields.yes'],
  ['KIND_INCOMING', 'pipelineSettings.kinds.incoming'],
  ['KIND_OPEN', 'pipelineSettings.kinds.open'],
  ['KIND_WON', 'pipelineSettings.kinds.won'],
  ['KIND_LOST', 'pipelineSettings.kinds.lost'],
  ['KIND_CONTACT', 'fields.kinds.contact'],
  ['KIND_COMPANY', 'fields.kinds.company'],
  ['BINDING_ENTER', 'pipelineSettings.bindings.enter'],
  ['BINDING_LEAVE', 'pipelineSettings.bindings.leave'],
  ['BINDING_FROM_HERE_ON', 'pipelineSettings.bindings.fromHereOn'],
  ['PURPOSE_SALES', 'pipelineSettings.forSales'],
  ['PURPOSE_LEADS', 'pipelineSettings.forLeads'],
  ['PURPOSE_CLAIMS', 'pipelineSettings.forClaims'],
  ['PURPOSE_ERRANDS', 'pipelineSettings.forErrands'],
  ['PURPOSE_WARMING', 'pipelineSettings.forWarming'],
  ['READ_SCOPE_ALL', 'accessSettings.scopes.all'],
  ['READ_SCOPE_TEAM', 'accessSettings.scopes.team'],
  ['READ_SCOPE_OWN', 'accessSettings.scopes.own'],
  ['ROLE_MANAGER', 'roles.manager'],
  ['ROLE_HEAD_OF_SALES', 'roles.headOfSales'],
  ['ROLE_DIRECTOR', 'roles.director'],
  ['ROLE_ADMIN', 'roles.admin'],
  ['STATE_ACTIVE', 'configuration.active'],
  ['STATE_DISABLED', 'configuration.disabled'],
]);

const colorWords = (name: string): string | undefined =>
  name.startsWith('COLOR_') ? `pipelineSettings.colors.${name.slice('COLOR_'.length).toLowerCase()}` : undefined;

// `KIND_MONEY` is «Деньги».
function wordsOf(name: string, t: TFunction): string {
  const fieldKind = name.startsWith('KIND_') && Field_Kind[name.slice('KIND_'.length) as keyof typeof Field_Kind];
  const key = words.get(name) ?? colorWords(name) ?? (fieldKind && kinds[fieldKind]?.name);
  return key ? t(key, { defaultValue: name }) : name;
}

// What a rule asks of people: `at_least: 3`, `role: ROLE_DIRECTOR`. Undefined: it is something else.
function workWords(value: string, t: TFunction): string | undefined {
  const [, count, inAll, apart] =
    /^at_least: (\d+)(\s+in_all: true)?(?:\s+least_interval \{\s+seconds: (\d+)\s+\})?$/.exec(value) ?? [];
  if (count) return attemptsWords(Number(count), inAll !== undefined, apart ? Number(apart) : undefined, t);
  const [, name, seconds] =
    /^role: ROLE_(HEAD_OF_SALES|DIRECTOR|ADMIN)(?:\s+timeout \{\s+seconds: (\d+)\s+\})?$/.exec(value) ?? [];
  return name && approvalWords(Role[name as keyof typeof Role], seconds ? Number(seconds) : undefined, t);
}

// A value of a difference as people read it. A list has its items on lines, and is shown in one.
export function shownValue(value: string, t: TFunction): ShownValue {
  const work = workWords(value.trim(), t);
  if (work) return { text: work, isLong: false, isCode: false };
  const lines = value.trim().split('\n');
  const isList = lines.every((line) => item.test(line));
  const text = isList ? lines.map((line) => wordsOf(line, t)).join(', ') : value.trim();
  const isCode = !isList && lines.every((line) => codeLine.test(line));
  return { text, isCode, isLong: text.length > longest || text.includes('\n') };
}

// Before a field was filled in, or afterwards. What is not so is left out of a file.
function blank(other: string, t: TFunction): ShownValue {
  const isAnswer = ['true', '{}'].includes(other);
  return { text: t(isAnswer ? 'fields.no' : 'timeline.nothing'), isLong: false, isCode: false, isBlank: true };
}

// Both sides of a difference. Something that appears or leaves has one.
export function shownSides(
  { kind, before, after }: Pick<ConfigurationDifference, 'kind' | 'before' | 'after'>,
  t: TFunction,
): { before?: ShownValue; after?: ShownValue } {
  // The sentence says both.
  if (kind === ConfigurationDifference_Kind.DEALS_MOVED) return {};
  const isChange = kind === ConfigurationDifference_Kind.CHANGED;
  const side = (value: string, other: string) =>
    value ? shownValue(value, t) : isChange ? blank(other, t) : undefined;
  return { before: side(before, after), after: side(after, before) };
}
