import type { Approval, ListApprovalsResponse } from '../gen/voronka/crm/v1/approval_pb';

// All that there are, however many. `read`: the page with this token; empty: the first.
export async function everyPage(
  read: (pageToken: string) => Promise<Pick<ListApprovalsResponse, 'approvals' | 'nextPageToken'>>,
): Promise<Approval[]> {
  const found: Approval[] = [];
  let pageToken = '';
  do {
    const page = await read(pageToken);
    found.push(...page.approvals);
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found;
}
