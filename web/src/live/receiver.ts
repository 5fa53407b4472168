import type { WatchChangesResponse } from '../gen/voronka/crm/v1/change_pb';
import { RoleAccessSchema } from '../gen/voronka/crm/v1/role_access_pb';
import type { SubscribeResponse } from '../gen/voronka/notifier/v1/notification_pb';
import { resourcesOf, shownChanges, type LiveChange } from './changes';
import { Cursor } from './cursors';
import { streamBegan, wasListedEarly } from './readiness';
import { changeTopic, notificationTopic, relistTopic } from './topics';

// Handles the streams' answers in a tab, whether it holds the streams or gets them relayed from the tab that does.
export class Receiver {
  readonly changes: Cursor;
  readonly inbox: Cursor;
  private begun = false;

  constructor(login: string) {
    this.changes = new Cursor(`voronka-changes-${login}`);
    this.inbox = new Cursor(`voronka-inbox-${login}`);
  }

  receiveChanges(answer: WatchChangesResponse): void {
    this.changes.set(answer.cursor);
    this.begin();
    if (answer.content.case === 'changes') this.publish(shownChanges(answer.content.value.changes));
    if (answer.content.case === 'resync') relistTopic.publish('changes');
  }

  receiveInbox(answer: SubscribeResponse): void {
    this.inbox.set(answer.cursor);
    if (answer.content.case === 'notification') notificationTopic.publish(answer.content.value);
    if (answer.content.case === 'resync') relistTopic.publish('inbox');
  }

  // With other rights, there may be less or more in every list.
  private publish(changes: LiveChange[]): void {
    changeTopic.publish(changes);
    if (resourcesOf(changes, RoleAccessSchema).length) relistTopic.publish('changes');
  }

  private begin(): void {
    if (this.begun) return;
    this.begun = true;
    streamBegan();
    if (wasListedEarly()) relistTopic.publish('changes');
  }
}
