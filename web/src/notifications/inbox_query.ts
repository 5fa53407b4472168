import { useQuery } from '@tanstack/react-query';
import { inbox } from '../api/clients';
import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { streamReady } from '../live/readiness';

export const inboxKey = ['inbox'];
const shown = 50;

// The user's latest notifications, newest first.
export function useInbox() {
  return useQuery<Notification[]>({
    queryKey: inboxKey,
    queryFn: async () => {
      await streamReady();
      return (await inbox.listNotifications({ pageSize: shown })).notifications;
    },
  });
}
