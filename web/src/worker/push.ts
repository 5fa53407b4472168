// The content of a push message: a notification of the inbox, in the user's language.
export interface Pushed {
  // The notification's id in the inbox, as text.
  id: string;
  text: string;
  // Whose it is; absent in a push message, which reaches only its user.
  login?: string;
  // As text; `0`: no deal.
  dealId: string;
  actions: { action: string; title: string }[];
}

// Browsers show at most two or three actions and drop the rest. Clicking the notification itself opens it too, so the
// first action, which opens, can be left out.
function shownActions(actions: Pushed['actions']): Pushed['actions'] {
  const { maxActions = actions.length } = Notification as { maxActions?: number };
  return actions.length > maxActions ? actions.slice(1) : actions;
}

// The tag makes it one notification, even when it arrives both as a push and from a page.
export async function showPushed(worker: ServiceWorkerGlobalScope, pushed: Pushed): Promise<void> {
  const tag = `voronka-${pushed.id}`;
  const options = {
    body: pushed.text,
    tag,
    icon: '/icon-192.png',
    data: pushed,
    actions: shownActions(pushed.actions),
  };
  await worker.registration.showNotification('Voronka', options);
}
