import { useQuery, type QueryClient } from '@tanstack/react-query';
import { queues } from '../api/later_clients';
import type { Queue } from '../gen/voronka/crm/v1/queue_pb';
import { amend } from '../live/reread';

export const queuesKey = ['queues'];
const pageSize = 1000;

async function listQueues(): Promise<Queue[]> {
  const found: Queue[] = [];
  let pageToken = '';
  do {
    const page = await queues.listQueues({ pageSize, pageToken });
    found.push(...page.queues);
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found;
}

// The live stream does not tell of queues, so they are read whenever a screen that shows them opens.
export function useQueues() {
  return useQuery({ queryKey: queuesKey, queryFn: listQueues, refetchOnMount: 'always' });
}

const without = (known: Queue[], { id }: Pick<Queue, 'id'>): Queue[] => known.filter((queue) => queue.id !== id);

// The answer to one's own change.
export function putQueue(client: QueryClient, changed: Queue): void {
  amend<Queue[]>(client, queuesKey, (known) => [...without(known, changed), changed]);
}

export function dropQueue(client: QueryClient, dropped: Queue): void {
  amend<Queue[]>(client, queuesKey, (known) => without(known, dropped));
}
