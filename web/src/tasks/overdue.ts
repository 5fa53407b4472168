import { useQuery } from '@tanstack/react-query';
import { tasks } from '../api/clients';

export const overdueKey = ['overdue'];
// Tasks become overdue with time, without any event, so the counts are polled.
const everyMs = 60_000;

// Counts by assignee: of one user, or of everybody.
export function useOverdueCounts(assignee: bigint | undefined): Map<bigint, number> {
  const { data } = useQuery({
    queryKey: [...overdueKey, String(assignee ?? 'all')],
    queryFn: async () => {
      const { counts } = await tasks.countOverdueTasks({ assigneeUserId: assignee });
      return new Map(counts.map((count) => [count.assigneeUserId, Number(count.tasks)]));
    },
    refetchInterval: everyMs,
  });
  return data ?? new Map<bigint, number>();
}

export function useOverdueCount(assignee: bigint | undefined): number {
  return [...useOverdueCounts(assignee).values()].reduce((sum, count) => sum + count, 0);
}
