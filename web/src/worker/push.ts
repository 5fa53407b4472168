// What a push message holds: the notification as the inbox has it, in the user's language.
export interface Pushed {
  // Of the inbox, as text.
  id: string;
  text: string;
  // As text; `0`: none.
  dealId: string;
  actions: { action: string; title: string }[];
}

// Browsers show two or three answers and leave out what comes after. A click beside them opens as well, so that the
// first, which opens, can be spared.
function shownActions(actions: Pushed['actions']): Pushed['actions'] {
  const { maxActions = actions.length } = Notification as { maxActions?: number };
  return actions.length > maxActions ? actions.slice(1) : actions;
}

// One a number: pushed and told by a page as well, it is still one.
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
