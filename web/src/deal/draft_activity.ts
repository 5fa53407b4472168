import { durationFromMs, durationMs, timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { momentOf, wallTime } from '../calendar/zone';
import { textLimit } from '../components/text_limit';
import {
  Activity_Channel as Channel,
  Activity_Direction as Direction,
  Activity_Kind as Kind,
  ActivitySchema,
  type Activity,
} from '../gen/voronka/crm/v1/activity_pb';
import type { ActivityDraft } from '../outbox/new_addition';
import { channelsOf } from './activity_words';

// An activity as typed.
export interface DraftActivity {
  kind: Kind;
  direction: Direction;
  channel: Channel;
  reached: boolean;
  // The text of a date-and-time field, in the user's time zone.
  time: string;
  // How many minutes it took. Empty: not known.
  minutes: string;
  note: string;
  objection: string;
}

const usualChannel = (kind: Kind): Channel => channelsOf[kind][0] ?? Channel.OTHER;

// Mostly, somebody has been called and has answered: the rest takes one press.
export function emptyActivity(now: Date, zone: string): DraftActivity {
  const usual = { kind: Kind.CALL, direction: Direction.OUTGOING, channel: usualChannel(Kind.CALL), reached: true };
  return { ...usual, time: wallTime(now, zone), minutes: '', note: '', objection: '' };
}

function minutesOf({ duration }: Activity): string {
  return duration ? String(Number((durationMs(duration) / 60_000).toFixed(2))) : '';
}

export function draftOf(activity: Activity, zone: string): DraftActivity {
  const { reached, time, note, objection } = activity;
  const kind = activity.kind || Kind.CALL;
  return {
    kind,
    direction: activity.direction || Direction.OUTGOING,
    channel: activity.channel || usualChannel(kind),
    reached,
    time: time ? wallTime(timestampDate(time), zone) : '',
    minutes: minutesOf(activity),
    note,
    objection,
  };
}

// With a channel that the kind has.
export function withKind(draft: DraftActivity, kind: Kind): DraftActivity {
  const channel = channelsOf[kind].includes(draft.channel) ? draft.channel : usualChannel(kind);
  return { ...draft, kind, channel };
}

const dayMinutes = 1_440;

// Reads «5» and «2,5». Undefined: that is no length.
function readMinutes(typed: string): number | undefined {
  const text = typed.trim().replace(',', '.');
  const minutes = /^\d{1,4}(\.\d{1,2})?$/.test(text) ? Number(text) : NaN;
  return minutes <= dayMinutes ? minutes : undefined;
}

const isTime = (typed: string): boolean => /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d/.test(typed);

interface DraftProblems {
  time?: 'activities.timeMalformed';
  minutes?: 'activities.minutesMalformed';
}

export function activityProblems({ time, minutes }: DraftActivity): DraftProblems {
  return {
    time: isTime(time) ? undefined : 'activities.timeMalformed',
    minutes: minutes.trim() && readMinutes(minutes) === undefined ? 'activities.minutesMalformed' : undefined,
  };
}

export const activityLimits = ({ note, objection }: DraftActivity) => ({
  note: textLimit(note, ActivitySchema.field.note),
  objection: textLimit(objection, ActivitySchema.field.objection),
});

// Whether the service would refuse it for how it is typed.
export function isFaultyActivity(draft: DraftActivity): boolean {
  const { time, minutes } = activityProblems(draft);
  const { note, objection } = activityLimits(draft);
  return [time, minutes, note.problem, objection.problem].some(Boolean);
}

// For a request. Where nothing was typed, the time and the length stay as exact as they were; those of a new one
// (`known` absent) are left out.
export function activityOf(
  draft: DraftActivity,
  initial: DraftActivity,
  zone: string,
  known?: Activity,
): ActivityDraft {
  const { kind, direction, channel, reached, note, objection } = draft;
  const minutes = readMinutes(draft.minutes);
  const typedTime = () => timestampFromDate(momentOf(draft.time.slice(0, 16), zone));
  const typedLength = () => (minutes === undefined ? undefined : durationFromMs(Math.round(minutes * 60_000)));
  return {
    ...{ kind, direction, channel, reached, note: note.trim(), objection: objection.trim() },
    time: draft.time === initial.time ? known?.time : typedTime(),
    duration: draft.minutes === initial.minutes ? known?.duration : typedLength(),
  };
}
