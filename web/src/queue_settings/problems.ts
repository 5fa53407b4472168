import type { Violation } from '../api/refusal';
import { gathered, type Placed, type Problems } from '../settings/problems';
import type { DraftQueue } from './draft';
import { secondsOf } from './take_time';

// Places are `members`, `members/5` (the user), `escalation`, `escalation/5`, `time` and `paused`.

// What the service need not be asked about.
export function ownProblems({ members, escalation, time }: DraftQueue, t: (key: string) => string): Problems {
  return {
    ...(!members.length && { members: t('queueSettings.noMembers') }),
    ...(!escalation.length && { escalation: t('queueSettings.noEscalation') }),
    ...(secondsOf(time) === undefined && { time: t('queueSettings.wrongTime') }),
  };
}

const listOf: Partial<Record<string, 'members' | 'escalation'>> = {
  member_user_ids: 'members',
  escalate_to_user_ids: 'escalation',
};

function placeIn(path: string, sent: DraftQueue): string | undefined {
  const [, part = '', at] = /^queue\.(\w+)(?:\[(\d+)\])?$/.exec(path) ?? [];
  const list = listOf[part];
  if (list) {
    const id = at && sent[list][Number(at)];
    return id ? `${list}/${id}` : list;
  }
  if (part === 'take_within') return 'time';
  return part === 'paused' ? part : undefined;
}

// A refusal at its places in what was sent.
export const placed = (violations: Violation[], sent: DraftQueue): Placed =>
  gathered(violations.map(({ field, text }) => ({ place: placeIn(field, sent), text })));
