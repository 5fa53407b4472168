import type { Pushed } from './push';

// Tells a page, which knows who is logged in, what the user chose on a system notification.
export interface NotificationClick {
  kind: 'notification-chosen';
  action: string;
  id: string;
  dealId: string;
  // Absent: not known.
  login?: string;
}

export async function handleClick(worker: ServiceWorkerGlobalScope, event: NotificationEvent): Promise<void> {
  event.notification.close();
  const { id, dealId, login } = event.notification.data as Pushed;
  const action = event.action || 'open';
  const chosen: NotificationClick = { kind: 'notification-chosen', action, id, dealId, login };
  const [page] = await worker.clients.matchAll({ type: 'window' });
  if (!page) {
    await worker.clients.openWindow(dealId === '0' ? '/' : `/deals/${dealId}`);
    return;
  }
  page.postMessage(chosen);
  // The page asks for something: the user has to see it.
  if (action === 'open' || action === 'complete') await page.focus().catch(() => undefined);
}
