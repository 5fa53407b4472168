import { timestampMs } from '@bufbuild/protobuf/wkt';
import { Approval_State, type Approval } from '../gen/voronka/crm/v1/approval_pb';
import { Deal_State, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import { User_State, type User } from '../gen/voronka/crm/v1/user_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';

type People = ReadonlyMap<bigint, User>;

const givesApprovals = (role: Role): boolean =>
  role === Role.HEAD_OF_SALES || role === Role.DIRECTOR || role === Role.ADMIN;

// The first active one of the user's deputy, the deputy's deputy, and so on.
function deputyOf(userId: bigint, people: People): bigint | undefined {
  const asked = new Set<bigint>();
  let next = people.get(userId)?.deputyUserId;
  while (next && !asked.has(next)) {
    asked.add(next);
    const user = people.get(next);
    if (user?.state === User_State.ACTIVE) return next;
    next = user?.deputyUserId;
  }
  return undefined;
}

// As the service decides it.
export function mayAnswer(approval: Approval, user: User, people: People): boolean {
  if (givesApprovals(user.role) && user.role >= approval.role) return true;
  const { approverUserId, askerUserId } = approval;
  return user.id !== askerUserId && (user.id === approverUserId || user.id === deputyOf(approverUserId, people));
}

const askedAt = ({ createTime }: Approval): number => (createTime ? timestampMs(createTime) : 0);

// Of those of a deal, newest first: the latest for each stage, as long as they count. An approval counts until the deal
// moves.
export function standing(approvals: Approval[], deal: Pick<Deal, 'state' | 'stageEnterTime'>): Approval[] {
  if (deal.state !== Deal_State.OPEN) return [];
  const since = deal.stageEnterTime ? timestampMs(deal.stageEnterTime) : 0;
  const seen = new Set<string>();
  return approvals.filter((approval) => {
    if (approval.state === Approval_State.WITHDRAWN || askedAt(approval) < since) return false;
    const place = `${approval.pipeline}/${approval.stage}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}
