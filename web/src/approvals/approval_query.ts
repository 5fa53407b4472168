import { useQuery } from '@tanstack/react-query';
import { approvals } from '../api/later_clients';
import { queryClient } from '../api/query_client';
import { Approval_State, ApprovalSchema, type Approval } from '../gen/voronka/crm/v1/approval_pb';
import { resourcesOf, showChangesOf } from '../live/changes';
import { streamReady } from '../live/readiness';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { everyPage } from './every_page';

const approvalsKey = ['approvals'];
const ofDeal = (dealId: bigint) => [...approvalsKey, String(dealId)];
const awaited = [...approvalsKey, 'awaited'];
const pageSize = 200;

// Those that were asked for with the deal, newest first; older than the latest ones are of stages long past.
export function useApprovals(dealId: bigint) {
  return useQuery({
    queryKey: ofDeal(dealId),
    queryFn: async () => {
      await streamReady();
      return (await approvals.listApprovals({ dealId, pageSize })).approvals;
    },
  });
}

async function listAwaited(): Promise<Approval[]> {
  await streamReady();
  return everyPage((pageToken) => approvals.listApprovals({ state: Approval_State.ASKED, pageSize, pageToken }));
}

// Everybody's that nobody has answered, newest first.
export function useAwaitedApprovals() {
  return useQuery({ queryKey: awaited, queryFn: listAwaited });
}

function reload(dealId: bigint): void {
  reread(queryClient, ofDeal(dealId));
  reread(queryClient, awaited);
}

// Reads the lists again after the answer to a change of one's own, before its event arrives.
async function settled(dealId: bigint, change: Promise<Approval>): Promise<Approval> {
  try {
    return await change;
  } finally {
    reload(dealId);
  }
}

type Wanted = Pick<Approval, 'dealId' | 'pipeline' | 'stage' | 'comment'>;

export const askFor = (requestId: string, wanted: Wanted) =>
  settled(wanted.dealId, approvals.createApproval({ requestId, approval: wanted }));

// Refused if somebody else has answered meanwhile.
export const answer = (requestId: string, { id, dealId }: Approval, state: Approval_State, comment: string) =>
  settled(dealId, approvals.answerApproval({ requestId, approvalId: id, state, comment }));

// Refused if somebody has answered meanwhile.
export const withdraw = (requestId: string, { id, dealId }: Approval) =>
  settled(dealId, approvals.withdrawApproval({ requestId, approvalId: id }));

showChangesOf(ApprovalSchema);
changeTopic.subscribe((changes) => {
  const changed = resourcesOf(changes, ApprovalSchema).map(({ dealId }) => dealId);
  new Set(changed).forEach(reload);
});
