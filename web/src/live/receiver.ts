import type { WatchChangesResponse } from '../gen/voronka/crm/v1/change_pb';
import type { SubscribeResponse } from '../gen/voronka/notifier/v1/notification_pb';
import { Cursor } from './cursors';
import { streamBegan, wasListedEarly } from './readiness';
import { changesTold, notificationTold, relistTold } from './topics';

// What a tab does with the streams' answers, whether it holds the streams or is told by the tab that does.
export class Reception {
  readonly changes: Cursor;
  readonly inbox: Cursor;
  private begun = false;

  constructor(login: string) {
    this.changes = new Cursor(`voronka-changes-${login}`);
    this.inbox = new Cursor(`voronka-inbox-${login}`);
  }

  hearChanges(answer: WatchChangesResponse): void {
    this.changes.set(answer.cursor);
    this.begin();
    if (answer.content.case === 'changes') changesTold.tell(answer.content.value.changes);
    if (answer.content.case === 'resync') relistTold.tell('changes');
  }

  hearInbox(answer: SubscribeResponse): void {
    this.inbox.set(answer.cursor);
    if (answer.content.case === 'notification') notificationTold.tell(answer.content.value);
    if (answer.content.case === 'resync') relistTold.tell('inbox');
  }

  private begin(): void {
    if (this.begun) return;
    this.begun = true;
    streamBegan();
    if (wasListedEarly()) relistTold.tell('changes');
  }
}
