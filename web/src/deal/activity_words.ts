import { durationMs, timestampDate, timestampMs, type Timestamp } from '@bufbuild/protobuf/wkt';
import { momentText } from '../calendar/date_text';
import {
  Activity_Channel as Channel,
  Activity_Direction as Direction,
  Activity_Kind as Kind,
  type Activity,
} from '../gen/voronka/crm/v1/activity_pb';
import { i18n } from '../i18n/i18n';

export const kindWords = {
  [Kind.UNSPECIFIED]: 'call',
  [Kind.CALL]: 'call',
  [Kind.MESSAGE]: 'message',
  [Kind.MEETING]: 'meeting',
} as const satisfies Record<Kind, string>;

export const channelWords = {
  [Channel.UNSPECIFIED]: 'other',
  [Channel.PHONE]: 'phone',
  [Channel.EMAIL]: 'email',
  [Channel.SMS]: 'sms',
  [Channel.MESSENGER]: 'messenger',
  [Channel.SOCIAL_NETWORK]: 'socialNetwork',
  [Channel.VIDEO]: 'video',
  [Channel.IN_PERSON]: 'inPerson',
  [Channel.OTHER]: 'other',
} as const satisfies Record<Channel, string>;

const calling = [Channel.PHONE, Channel.MESSENGER, Channel.SOCIAL_NETWORK, Channel.VIDEO, Channel.OTHER];

// The channels that activities of a kind have, the usual one first. The service takes no others.
export const channelsOf: Record<Kind, Channel[]> = {
  [Kind.UNSPECIFIED]: calling,
  [Kind.CALL]: calling,
  [Kind.MESSAGE]: [Channel.MESSENGER, Channel.EMAIL, Channel.SMS, Channel.SOCIAL_NETWORK, Channel.OTHER],
  [Kind.MEETING]: [Channel.IN_PERSON, Channel.VIDEO, Channel.OTHER],
};

type Way = Pick<Activity, 'direction' | 'reached'>;

function wayOf({ direction, reached }: Way): 'reached' | 'missed' | 'incoming' | 'unanswered' {
  if (direction === Direction.INCOMING) return reached ? 'incoming' : 'unanswered';
  return reached ? 'reached' : 'missed';
}

// «Звонок: не дозвонились».
export const activityWords = (activity: Pick<Activity, 'kind'> & Way): string =>
  i18n.t(`activities.told.${kindWords[activity.kind]}.${wayOf(activity)}`);

function unusualChannel({ kind, channel }: Activity): string {
  const isUsual = channel === Channel.UNSPECIFIED || channel === channelsOf[kind][0];
  return isUsual ? '' : i18n.t(`activities.channels.${channelWords[channel]}`);
}

function lengthOf({ duration }: Activity): string {
  const minutes = duration ? Math.round(durationMs(duration) / 60_000) : 0;
  return minutes ? i18n.t('activities.length', { minutes }) : '';
}

const momentMs = 60_000;

// When it was, unless that is when it was noted.
function momentOf({ time }: Activity, noted: Timestamp | undefined): string {
  const isSame = !time || !noted || Math.abs(timestampMs(time) - timestampMs(noted)) < momentMs;
  return isSame ? '' : momentText(timestampDate(time));
}

// In one line: «Звонок: дозвонились · Мессенджер · 5 мин · вчера, 15:30».
export function activityHeadline(activity: Activity, noted: Timestamp | undefined): string {
  const parts = [activityWords(activity), unusualChannel(activity), lengthOf(activity), momentOf(activity, noted)];
  return parts.filter(Boolean).join(' · ');
}

export function activityDetail({ note, objection }: Activity): string {
  const said = objection && i18n.t('activities.objectionTold', { text: objection });
  return [note, said].filter(Boolean).join('\n');
}
