import { timestampDate } from '@bufbuild/protobuf/wkt';
import { dayOf, momentText, timeOf } from '../calendar/date_text';
import { userZone } from '../calendar/user_zone';
import { serverNow } from '../clock/server_clock';
import { TimelineEntry_Kind as Kind, type TimelineEntry } from '../gen/voronka/crm/v1/timeline_pb';
import { i18n } from '../i18n/i18n';
import { correctionDetail, correctionHeadline } from './activity_edit';
import { activityDetail, activityHeadline } from './activity_words';
import { editLines, type KnownFields } from './edit_lines';

interface Names {
  // The user whom the entry is about.
  name: string;
  from: string;
  to: string;
}

const textOf = {
  [Kind.UNSPECIFIED]: 'timeline.updated',
  [Kind.DEAL_CREATED]: 'timeline.created',
  [Kind.DEAL_UPDATED]: 'timeline.updated',
  [Kind.STAGE_CHANGED]: 'timeline.stageChanged',
  [Kind.OFFERED]: 'timeline.offered',
  [Kind.OFFER_TAKEN]: 'timeline.taken',
  [Kind.OFFER_DECLINED]: 'timeline.declined',
  [Kind.OFFER_RECLAIMED]: 'timeline.reclaimed',
  [Kind.REASSIGNED]: 'timeline.reassigned',
  [Kind.INQUIRY]: 'timeline.inquiry',
  [Kind.NOTE]: 'timeline.note',
  [Kind.TASK_CREATED]: 'timeline.taskCreated',
  [Kind.TASK_COMPLETED]: 'timeline.taskCompleted',
  [Kind.TASK_RESCHEDULED]: 'timeline.taskRescheduled',
  [Kind.TASK_REASSIGNED]: 'timeline.taskReassigned',
  [Kind.CONTACT_ADDED]: 'timeline.contactAdded',
  [Kind.CONTACT_REMOVED]: 'timeline.contactRemoved',
  // One that is still there has words of its own.
  [Kind.ACTIVITY]: 'activities.deleted',
  [Kind.APPROVAL_ASKED]: 'approvals.wasAsked',
  [Kind.APPROVAL_GIVEN]: 'approvals.wasGiven',
  [Kind.APPROVAL_REFUSED]: 'approvals.wasRefused',
  [Kind.CHECKLIST_TICKED]: 'timeline.checklistTicked',
  [Kind.CHECKLIST_UNTICKED]: 'timeline.checklistUnticked',
  [Kind.LINKED_DEAL_CREATED]: 'timeline.linkedDeal',
  [Kind.APPROVAL_WITHDRAWN]: 'approvals.wasWithdrawn',
  [Kind.APPROVAL_OUTDATED]: 'approvals.wasOutdated',
  [Kind.ACTIVITY_UPDATED]: 'activities.wasCorrected',
  [Kind.ACTIVITY_DELETED]: 'activities.wasDeleted',
  [Kind.UNSORTED_ACCEPTED]: 'unsorted.wasAccepted',
  [Kind.UNSORTED_ATTACHED]: 'unsorted.wasAttached',
  [Kind.UNSORTED_HIDDEN_BY_ALL]: 'unsorted.wasHiddenByAll',
  [Kind.CLIENTS_MERGED]: 'duplicates.entryMerged',
  [Kind.MERGE_UNDONE]: 'duplicates.entryUndone',
  [Kind.FILE_ADDED]: 'files.wasAdded',
  [Kind.FILE_REMOVED]: 'files.wasRemoved',
  [Kind.LEAD_CONVERTED]: 'leads.timeline.converted',
  [Kind.CONVERSION_UNDONE]: 'leads.timeline.undone',
} as const satisfies Record<Kind, string>;

function keyOf({ kind, fromStage, toStage, deadline, linkedDealId, taskId }: TimelineEntry) {
  // The deal's own timeline says where it comes from.
  if (kind === Kind.LEAD_CONVERTED && !fromStage) return 'leads.timeline.madeOf';
  if (kind === Kind.UNSORTED_ATTACHED && !linkedDealId) return 'unsorted.wentToAnother';
  if (kind === Kind.UNSORTED_ATTACHED && toStage) return 'unsorted.wentBack';
  // From no stage: it was attached to another deal.
  if (kind === Kind.STAGE_CHANGED && toStage && !fromStage) return 'unsorted.wasReturned';
  if (kind === Kind.FILE_ADDED && taskId) return 'files.wasAddedToTask';
  if (kind === Kind.FILE_REMOVED && taskId) return 'files.wasRemovedFromTask';
  if (kind === Kind.TASK_CREATED && deadline) return 'timeline.taskCreatedFor';
  return kind === Kind.OFFER_TAKEN && toStage ? 'timeline.takenTo' : textOf[kind];
}

// What happened, in one line: «Распределена: Анна, взять до 12:05». An inquiry says under which name the client wrote:
// two people may share a phone or a mailbox.
export function headlineOf(entry: TimelineEntry, names: Names): string {
  if (entry.activity) return activityHeadline(entry.activity, entry.createTime);
  if (entry.activityEdit) return correctionHeadline(entry.activityEdit);
  const client = entry.inquiry?.clientName;
  if (client) return i18n.t('timeline.inquiryFrom', { client });
  const moment = entry.deadline && timestampDate(entry.deadline);
  return i18n.t(keyOf(entry), {
    ...names,
    text: entry.text,
    task: entry.taskText,
    day: moment ? dayOf(moment, new Date(serverNow()), userZone()) : '',
    time: moment ? timeOf(moment) : '',
    moment: moment ? momentText(moment) : '',
  });
}

// Whose `text` is in the headline already.
const saidInHeadline = new Set<Kind>([
  ...[Kind.DEAL_UPDATED, Kind.TASK_CREATED],
  ...[Kind.CONTACT_ADDED, Kind.CONTACT_REMOVED],
  ...[Kind.CHECKLIST_TICKED, Kind.CHECKLIST_UNTICKED],
  ...[Kind.FILE_ADDED, Kind.FILE_REMOVED],
  ...[Kind.LINKED_DEAL_CREATED, Kind.CLIENTS_MERGED, Kind.MERGE_UNDONE],
]);

// What was said, or what came of it, below the headline: a note, a reason, a result, the changes of an edit.
export function detailOf(entry: TimelineEntry, known: KnownFields): string {
  if (entry.activity) return activityDetail(entry.activity);
  if (entry.activityEdit) return correctionDetail(entry.activityEdit);
  if (entry.edit) return editLines(entry, known).join('\n');
  return saidInHeadline.has(entry.kind) ? '' : entry.text;
}
