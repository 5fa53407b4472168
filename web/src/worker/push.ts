// What a push message holds: the notification as the inbox has it, in the user's language.
export interface Pushed {
  // Of the inbox, as text.
  id: string;
  text: string;
  // As text; `0`: none.
  dealId: string;
  actions: { action: string; title: string }[];
}

export const systemTag = (notificationId: string): string => `voronka-${notificationId}`;

// One notification a number: pushed and shown by a page as well, it is still one.
export async function showPushed(worker: ServiceWorkerGlobalScope, pushed: Pushed): Promise<void> {
  const options = { body: pushed.text, tag: systemTag(pushed.id), icon: '/icon-192.png', data: pushed };
  await worker.registration.showNotification('Voronka', { ...options, actions: pushed.actions } as NotificationOptions);
}
