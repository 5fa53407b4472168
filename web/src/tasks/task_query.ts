import { useQuery } from '@tanstack/react-query';
import { timestampFromMs, type Timestamp } from '@bufbuild/protobuf/wkt';
import { tasks } from '../api/clients';
import { serverNow } from '../clock/server_clock';
import { Task_State, type TaskCard } from '../gen/voronka/crm/v1/task_pb';
import { streamReady } from '../live/readiness';

export const tasksKey = ['tasks'];
const pageSize = 500;

export interface TaskFilter {
  assignee?: bigint;
  dealId?: bigint;
  contactId?: bigint;
  companyId?: bigint;
  // Only tasks due before this.
  dueBefore?: Timestamp;
}

async function listOpen({ assignee, dueBefore, ...about }: TaskFilter): Promise<TaskCard[]> {
  await streamReady();
  const found: TaskCard[] = [];
  let pageToken = '';
  do {
    const request = {
      assigneeUserId: assignee,
      ...about,
      dueBefore,
      state: Task_State.OPEN,
      pageSize,
      pageToken,
    };
    const page = await tasks.listTaskCards(request);
    found.push(...page.cards);
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found;
}

// Open tasks, earliest due first.
export function useTasks(filter: TaskFilter) {
  const { assignee, dealId, contactId, companyId } = filter;
  return useQuery({
    queryKey: [...tasksKey, ...[assignee, dealId, contactId, companyId].map((id) => String(id ?? 'all'))],
    queryFn: () => listOpen(filter),
  });
}

const everyMs = 60_000;

// Everybody's tasks that are due, polled because the list grows with time. Some of them are all-day tasks of today.
export function useDueTasks() {
  return useQuery({
    queryKey: [...tasksKey, 'due'],
    queryFn: () => listOpen({ dueBefore: timestampFromMs(serverNow()) }),
    refetchInterval: everyMs,
  });
}
