import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { userScoped } from '../state/observable';
import { Topic } from '../state/topic';
import type { LiveChange } from './changes';
import type { Part } from './parts';

export const changeTopic = new Topic<LiveChange[]>();
export const notificationTopic = new Topic<Notification>();
// Lists may have missed changes and must be read again.
export const relistTopic = new Topic<'changes' | 'inbox'>();
// Whether the streams currently reach this browser.
export const alive = userScoped(true);
// The services that do not serve at the moment. What the others do goes on.
export const downParts = userScoped<readonly Part[]>([]);
