import { Deal_State } from '../gen/voronka/crm/v1/deal_pb';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { currentSession } from '../session/session';

// Whether the user leads others, and so looks at everybody's work.
export function leads(user: User): boolean {
  return user.role === Role.HEAD_OF_SALES || user.role === Role.DIRECTOR || user.role === Role.ADMIN;
}

export const isAdmin = (user: User): boolean => user.role === Role.ADMIN;

// Whether the user decides who is offered what.
export const editsQueues = (user: User): boolean => user.role === Role.HEAD_OF_SALES || isAdmin(user);

// Whether the user may change what somebody is responsible for: their own, or everything if they lead others. The
// service decides; this only spares people the attempt.
export function mayChangeOf(user: User | undefined, responsibleUserId: bigint): boolean {
  return user !== undefined && (leads(user) || user.id === responsibleUserId);
}

export const mayChangeDeal = (deal: { responsibleUserId: bigint }): boolean =>
  mayChangeOf(currentSession()?.user, deal.responsibleUserId);

// A contact or a company that nobody is responsible for is everybody's.
export const mayChangeClient = (client: { responsibleUserId: bigint }): boolean =>
  client.responsibleUserId === 0n || mayChangeOf(currentSession()?.user, client.responsibleUserId);

export const mayChangeTask = (task: { assigneeUserId: bigint; setterUserId: bigint }): boolean =>
  [task.assigneeUserId, task.setterUserId].some((userId) => mayChangeOf(currentSession()?.user, userId));

export const mayChangeActivity = (activity: { userId: bigint }): boolean =>
  mayChangeOf(currentSession()?.user, activity.userId);

// Only those who lead others may reopen a closed deal.
export function mayReopen(): boolean {
  const user = currentSession()?.user;
  return user !== undefined && leads(user);
}

// Whether the deal is closed for good, as far as the user is concerned.
export const isClosedFor = ({ state }: { state: Deal_State }): boolean =>
  (state === Deal_State.WON || state === Deal_State.LOST) && !mayReopen();
