import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { tagOf } from '../worker/push_message';

// As the service worker calls it.
export const tagIn = ({ id, occurrence }: Notification): string => tagOf({ notificationId: String(id), occurrence });
