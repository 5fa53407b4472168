import { timestampDate } from '@bufbuild/protobuf/wkt';
import { timeOf } from '../calendar/date_text';
import { TimelineEntry_Kind as Kind, type TimelineEntry } from '../gen/voronka/crm/v1/timeline_pb';
import { i18n } from '../i18n/i18n';

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
} as const satisfies Record<Kind, string>;

// What happened, in one line: «Назначена: Анна, взять до 12:05». An inquiry says under which name the client wrote: two
// people may share a phone or a mailbox.
export function headlineOf(entry: TimelineEntry, names: Names): string {
  const client = entry.inquiry?.clientName;
  if (client) return i18n.t('timeline.inquiryFrom', { client });
  const time = entry.deadline ? timeOf(timestampDate(entry.deadline)) : '';
  return i18n.t(textOf[entry.kind], { ...names, text: entry.text, time });
}
