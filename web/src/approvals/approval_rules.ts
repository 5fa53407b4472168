import { timestampMs } from '@bufbuild/protobuf/wkt';
import { Approval_State, Approval_Withdrawal, type Approval } from '../gen/voronka/crm/v1/approval_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Team } from '../gen/voronka/crm/v1/team_pb';
import { User_State, type User } from '../gen/voronka/crm/v1/user_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';

export interface Staff {
  people: ReadonlyMap<bigint, User>;
  teams: readonly Pick<Team, 'headUserId' | 'deputyUserId'>[];
}

const givesApprovals = (role: Role): boolean =>
  role === Role.HEAD_OF_SALES || role === Role.DIRECTOR || role === Role.ADMIN;

const isOfRole = (user: User | undefined, role: Role): boolean =>
  user !== undefined && givesApprovals(user.role) && user.role >= role;

// The first active one of the user, their deputy, the deputy's deputy, and so on.
function userOrDeputy(userId: bigint, people: Staff['people']): bigint | undefined {
  const asked = new Set<bigint>();
  let next: bigint | undefined = userId;
  while (next && !asked.has(next)) {
    asked.add(next);
    const user: User | undefined = people.get(next);
    if (user?.state === User_State.ACTIVE) return next;
    next = user?.deputyUserId;
  }
  return undefined;
}

// The user's deputy, and those of the teams that they head.
function isDeputyOf(userId: bigint, other: bigint, { people, teams }: Staff): boolean {
  const ofTeams = teams.filter(({ headUserId }) => headUserId === other).map(({ deputyUserId }) => deputyUserId);
  const named = [people.get(other)?.deputyUserId ?? 0n, ...ofTeams].filter(Boolean);
  return named.some((deputy) => userOrDeputy(deputy, people) === userId);
}

// As the service decides it, which also knows whose the deal is.
export function mayAnswer(approval: Approval, user: User, staff: Staff): boolean {
  const { approverUserId: asked, askerUserId, role } = approval;
  if (isOfRole(user, role)) return true;
  if (user.id === askerUserId || (user.id !== asked && !isDeputyOf(user.id, asked, staff))) return false;
  // Whoever is asked may have lost the role since, or the one whom they stand in for.
  const ofRole = [...staff.people.values()].filter((person) => isOfRole(person, role));
  return ofRole.some(({ id }) => id === asked || isDeputyOf(asked, id, staff));
}

export const mayWithdraw = (approval: Approval, deal: Pick<Deal, 'responsibleUserId'>, user: User): boolean =>
  givesApprovals(user.role) || user.id === approval.askerUserId || user.id === deal.responsibleUserId;

const askedAt = ({ createTime }: Approval): number => (createTime ? timestampMs(createTime) : 0);

// One that a change of the deal has outdated is told of until somebody asks again.
const isGone = ({ state, withdrawal }: Approval): boolean =>
  state === Approval_State.WITHDRAWN && withdrawal !== Approval_Withdrawal.CHANGED;

// Of those of a deal, newest first: the latest for each stage, as long as it is about where the deal is.
export function standing(approvals: Approval[], deal: Pick<Deal, 'stageEnterTime'>): Approval[] {
  const since = deal.stageEnterTime ? timestampMs(deal.stageEnterTime) : 0;
  const seen = new Set<string>();
  return approvals.filter((approval) => {
    if (isGone(approval) || askedAt(approval) < since) return false;
    const place = `${approval.pipeline}/${approval.stage}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}
