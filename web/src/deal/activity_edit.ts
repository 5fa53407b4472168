import type { Activity } from '../gen/voronka/crm/v1/activity_pb';
import type { TimelineEntry_ActivityEdit } from '../gen/voronka/crm/v1/timeline_pb';
import { i18n } from '../i18n/i18n';
import { activityDetail, activityHeadline, activityWords } from './activity_words';
import { shortened } from './edit_lines';

type Edit = Pick<TimelineEntry_ActivityEdit, 'before' | 'after'>;

// «Исправлена запись «Звонок: не дозвонились»»: as it was called before.
export function correctionHeadline({ before, after }: Edit): string {
  const what = before ? activityWords(before) : '';
  return i18n.t(after ? 'activities.wasCorrected' : 'activities.wasDeleted', { what });
}

interface ShownPart {
  label: 'activities.kind' | 'activities.note' | 'activities.objection';
  of: (activity: Activity) => string;
}

const shownParts: ShownPart[] = [
  { label: 'activities.kind', of: (activity) => activityHeadline(activity, activity.createTime) },
  { label: 'activities.note', of: ({ note }) => note },
  { label: 'activities.objection', of: ({ objection }) => objection },
];

// What was corrected, one line each: «Что было: Звонок: не дозвонились → Звонок: дозвонились». Of what was deleted,
// what was said in it.
export function correctionDetail({ before, after }: Edit): string {
  if (!before) return '';
  if (!after) return activityDetail(before);
  const shown = (text: string) => shortened(text) || i18n.t('timeline.nothing');
  const lines = shownParts
    .map(({ label, of }) => ({ field: i18n.t(label), was: of(before), is: of(after) }))
    .filter(({ was, is }) => was !== is)
    .map(({ field, was, is }) => i18n.t('timeline.fieldChanged', { field, before: shown(was), after: shown(is) }));
  // Ids say nothing to people.
  if (before.contactId !== after.contactId) lines.push(i18n.t('activities.otherContact'));
  return lines.join('\n');
}
