import { timestampMs } from '@bufbuild/protobuf/wkt';
import { serverNow } from '../clock/server_clock';
import { Deal_State, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Field } from '../gen/voronka/crm/v1/field_set_pb';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
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

// Whether the field is for the user's role to change. Directors and admins change every field.
export const mayEditField = ({ editableBy }: Pick<Field, 'editableBy'>, user = currentSession()?.user): boolean =>
  user !== undefined &&
  (!editableBy.length || user.role === Role.DIRECTOR || isAdmin(user) || editableBy.includes(user.role));

export const mayChangeTask = (task: { assigneeUserId: bigint; setterUserId: bigint }): boolean =>
  [task.assigneeUserId, task.setterUserId].some((userId) => mayChangeOf(currentSession()?.user, userId));

export const mayChangeActivity = (activity: { userId: bigint }): boolean =>
  mayChangeOf(currentSession()?.user, activity.userId);

export const mayChangeFile = (file: { userId: bigint }): boolean => mayChangeOf(currentSession()?.user, file.userId);

const dayMs = 86_400_000;

export const isClosed = ({ state }: Pick<Deal, 'state'>): boolean =>
  state === Deal_State.WON || state === Deal_State.LOST || state === Deal_State.ATTACHED;

// For how many days the responsible user may reopen a deal that they lose in this pipeline.
type Reopened = Pick<Pipeline, 'reopenDays'> | undefined;

type Closable = Pick<Deal, 'state' | 'closeTime' | 'responsibleUserId'>;

function isLostLately({ state, closeTime }: Closable, pipeline: Reopened): boolean {
  const days = pipeline?.reopenDays ?? 0;
  if (days === 0 || state !== Deal_State.LOST || !closeTime) return false;
  return serverNow() <= timestampMs(closeTime) + days * dayMs;
}

// Whether the deal is closed for good, as far as the user is concerned: those who lead others may reopen every deal, its
// responsible user one that they lost lately. `pipeline` is the deal's.
export function isClosedFor(deal: Closable, pipeline: Reopened): boolean {
  if (!isClosed(deal)) return false;
  if (deal.state === Deal_State.ATTACHED) return true;
  const user = currentSession()?.user;
  if (!user) return true;
  return !leads(user) && (user.id !== deal.responsibleUserId || !isLostLately(deal, pipeline));
}
