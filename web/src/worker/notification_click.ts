import type { Pushed } from './push';

// Tells a page, which knows who is logged in, what the user chose on a system notification.
export interface NotificationClick {
  kind: 'notification-chosen';
  action: string;
  id: string;
  dealId: string;
}

export async function handleClick(worker: ServiceWorkerGlobalScope, event: NotificationEvent): Promise<void> {
  event.notification.close();
  const { id, dealId } = event.notification.data as Pushed;
  const action = event.action || 'open';
  const chosen: NotificationClick = { kind: 'notification-chosen', action, id, dealId };
  const [page] = await worker.clients.matchAll({ type: 'window' });
  if (!page) {
    await worker.clients.openWindow(dealId === '0' ? '/' : `/deals/${dealId}`);
    return;
  }
  page.postMessage(chosen);
  if (action === 'open') await page.focus().catch(() => undefined);
}
