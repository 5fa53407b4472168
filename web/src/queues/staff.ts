import type { Queue } from '../gen/voronka/crm/v1/queue_pb';
import { User_State, type User } from '../gen/voronka/crm/v1/user_pb';

type People = ReadonlyMap<bigint, User>;

// Only who is active is offered anything.
export const hasActiveMember = ({ memberUserIds }: Pick<Queue, 'memberUserIds'>, people: People): boolean =>
  memberUserIds.some((id) => people.get(id)?.state === User_State.ACTIVE);

// Whether somebody gets what comes to the queue.
export const isAtWork = (queue: Pick<Queue, 'memberUserIds' | 'paused'>, people: People): boolean =>
  !queue.paused && hasActiveMember(queue, people);
