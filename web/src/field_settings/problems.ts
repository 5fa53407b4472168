import type { Refusal } from '../api/refusal';
import { isKey } from '../settings/key_from_label';
import type { Problems } from '../settings/problems';
import { hasLength, savedChoices, type DraftSet } from './draft_set';

const most = 10_000;

// What the service need not be asked about. Places are the id of a field, group or choice and the part of it: `ID/label`.
export function ownProblems(
  { fields }: DraftSet,
  taken: (id: string) => string[],
  t: (key: string) => string,
): Problems {
  const problems: Problems = {};
  for (const field of fields) {
    if (field.isNew && !isKey(field.key)) problems[`${field.id}/key`] = t('fieldSettings.keyMalformed');
    else if (field.isNew && taken(field.id).includes(field.key))
      problems[`${field.id}/key`] = t('fieldSettings.keyTaken');
    if (hasLength(field) && !(/^\d*$/.test(field.maxLength) && Number(field.maxLength) <= most)) {
      problems[`${field.id}/max_length`] = t('fieldSettings.wholeNumber');
    }
  }
  return problems;
}

function placeOf(path: string, sent: DraftSet): string | undefined {
  const [, list, at, part = ''] = /^field_set\.(fields|groups)\[(\d+)\]\.(.+)$/.exec(path) ?? [];
  if (list === 'groups') {
    const group = sent.groups[Number(at)];
    return group && `${group.id}/${part}`;
  }
  const field = list && sent.fields[Number(at)];
  if (!field) return undefined;
  const [, choiceAt] = /^choices\[(\d+)\]/.exec(part) ?? [];
  const choice = choiceAt && savedChoices(field)[Number(choiceAt)];
  return choice ? `${choice.id}/name` : `${field.id}/${part.replace(/\[.*/, '')}`;
}

// A refusal at its places, the id of a field, group or choice and the part of it (`ID/label`): those that the request had in their places.
export function problemsOf(refusal: Refusal, sent: DraftSet): Problems {
  const refused = refusal.violations.map(({ field, text }) => [field, text] as const);
  return Object.fromEntries(
    [...Object.entries(refusal.fields), ...refused].flatMap(([path, text]) => {
      const place = placeOf(path, sent);
      return place ? [[place, text]] : [];
    }),
  );
}
