import type { MessageInitShape } from '@bufbuild/protobuf';
import type { Queue, QueueSchema } from '../gen/voronka/crm/v1/queue_pb';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { User_State } from '../gen/voronka/crm/v1/user_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { isSame } from '../settings/merge';
import { secondsOf, typedTime, type TypedTime } from './take_time';

// A queue as somebody arranges it. People by their ids, as text.
export interface DraftQueue {
  members: string[];
  escalation: string[];
  time: TypedTime;
  paused: boolean;
}

// What they have before their eyes, and what they started from. It can be kept as JSON.
export interface Work {
  // 0: there was no queue.
  etag: string;
  from: DraftQueue;
  typed: DraftQueue;
}

const usualSeconds = 300;

const texts = (ids: bigint[]): string[] => ids.map(String);

// Usually the head of sales hears of what nobody has taken.
function newQueue(people: Iterable<User>): DraftQueue {
  const heads = [...people].filter(({ role, state }) => role === Role.HEAD_OF_SALES && state === User_State.ACTIVE);
  return { members: [], escalation: texts(heads.map(({ id }) => id)), time: typedTime(usualSeconds), paused: false };
}

function draftOf({ memberUserIds, escalateToUserIds, takeWithin, paused }: Queue): DraftQueue {
  const seconds = Number(takeWithin?.seconds ?? usualSeconds);
  return { members: texts(memberUserIds), escalation: texts(escalateToUserIds), time: typedTime(seconds), paused };
}

// Undefined: the stage has no queue yet.
export function workOn(queue: Queue | undefined, people: Iterable<User>): Work {
  const draft = queue ? draftOf(queue) : newQueue(people);
  return { etag: String(queue?.etag ?? 0), from: draft, typed: draft };
}

export const isChanged = ({ from, typed }: Work): boolean => !isSame(from, typed);

// As the service takes it.
export function messageOf(
  { pipeline, stage }: { pipeline: string; stage: string },
  { members, escalation, time, paused }: DraftQueue,
): MessageInitShape<typeof QueueSchema> {
  return {
    ...{ pipeline, stage, paused },
    memberUserIds: members.map(BigInt),
    escalateToUserIds: escalation.map(BigInt),
    takeWithin: { seconds: BigInt(secondsOf(time) ?? 0) },
  };
}
