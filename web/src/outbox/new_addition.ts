import { create, toBinary } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { serverNow } from '../clock/server_clock';
import { ActivitySchema, type Activity } from '../gen/voronka/crm/v1/activity_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { dealName } from '../i18n/deal_name';
import { currentLogin } from '../session/session';
import type { Addition, Note, NotedActivity, PlannedTask } from './storage';

// Where a deal's note, its next task, and what came of a call are typed.
export const noteDraft = (dealId: bigint | string): string => `note-${dealId}`;
export const taskDraft = (dealId: bigint | string): string => `task-${dealId}`;
export const activityDraft = (dealId: bigint | string): string => `activity-${dealId}`;

const drafts = { note: noteDraft, task: taskDraft, activity: activityDraft };

export const draftOf = ({ act, dealId }: Addition): string => drafts[act](dealId);

// What the user has typed there.
export const typedIn = (addition: Addition): string => (addition.act === 'activity' ? addition.note : addition.text);

const newKept = (deal: Deal) => ({
  requestId: crypto.randomUUID(),
  dealId: String(deal.id),
  dealName: dealName(deal.id, deal.name),
  login: currentLogin(),
  time: serverNow(),
});

export function newNote(deal: Deal, text: string, files: readonly { id: bigint }[] = []): Note {
  return { ...newKept(deal), act: 'note', text, fileIds: files.map(({ id }) => String(id)) };
}

export function newTask(
  deal: Deal,
  task: Pick<PlannedTask, 'text' | 'allDay' | 'due' | 'timeZone' | 'remindBefore'>,
): PlannedTask {
  return { ...newKept(deal), act: 'task', ...task };
}

// What a user says of an activity.
export type ActivityDraft = Partial<
  Pick<Activity, 'kind' | 'direction' | 'channel' | 'reached' | 'time' | 'duration' | 'note' | 'objection'>
>;

// `words`: what it is called while it waits. Without a time, it is now, also if it reaches the service later.
export function newActivity(deal: Deal, activity: ActivityDraft, words: string): NotedActivity {
  const kept = newKept(deal);
  const noted = create(ActivitySchema, {
    ...activity,
    dealId: deal.id,
    time: activity.time ?? timestampFromMs(kept.time),
  });
  return { ...kept, act: 'activity', text: words, note: noted.note, activity: toBinary(ActivitySchema, noted) };
}
