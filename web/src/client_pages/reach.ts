import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { momentOf, wallTime } from '../calendar/zone';
import type { Client } from '../clients/client_kinds';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';

// How a client is reached, as a form has it. `until` is a wall time of the user's zone; empty: they may be disturbed.
export interface ReachDraft {
  timeZone: string;
  channel: number;
  hours: string;
  until: string;
  reason: string;
}

export const isContact = (client: Client): client is Contact => 'preferredHours' in client;

export function draftOf(client: Client, zone: string): ReachDraft {
  if (!isContact(client)) return { timeZone: client.timeZone, channel: 0, hours: '', until: '', reason: '' };
  const { timeZone, preferredChannel, preferredHours, doNotDisturb: quiet } = client;
  return {
    timeZone,
    channel: preferredChannel,
    hours: preferredHours,
    until: quiet?.until ? wallTime(timestampDate(quiet.until), zone) : '',
    reason: quiet?.reason ?? '',
  };
}

// A time that was not touched keeps its seconds.
function quietOf(client: Contact, draft: ReachDraft, zone: string) {
  if (!draft.until) return undefined;
  const isKept = draft.until === draftOf(client, zone).until;
  const until = isKept ? client.doNotDisturb?.until : timestampFromDate(momentOf(draft.until, zone));
  return { until, reason: draft.reason.trim() };
}

export interface ReachChange {
  part: Record<string, unknown>;
  paths: string[];
}

// What the form changes of the client, and nothing else.
export function reachChange(client: Client, draft: ReachDraft, zone: string): ReachChange {
  const before = draftOf(client, zone);
  const change: ReachChange = { part: {}, paths: [] };
  const set = (path: string, name: string, value: unknown) => {
    change.part[name] = value;
    change.paths.push(path);
  };
  if (draft.timeZone !== before.timeZone) set('time_zone', 'timeZone', draft.timeZone);
  if (!isContact(client)) return change;
  if (draft.channel !== before.channel) set('preferred_channel', 'preferredChannel', draft.channel);
  const hours = draft.hours.trim();
  if (hours !== before.hours) set('preferred_hours', 'preferredHours', hours);
  const saysOtherwise = draft.until !== before.until || (draft.until !== '' && draft.reason.trim() !== before.reason);
  if (saysOtherwise) set('do_not_disturb', 'doNotDisturb', quietOf(client, draft, zone));
  return change;
}
