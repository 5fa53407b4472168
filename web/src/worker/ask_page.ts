import type { WorkerMessage } from './page_messages';

// Whether the page says so in time. A page that is about to close, or shows the login, says nothing.
export function agrees(page: Client, message: WorkerMessage, withinMs: number): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), withinMs);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      resolve(data === true);
    };
    page.postMessage(message, [port2]);
  });
}

const foreign = /^\/(demo|forms)\//;

// The windows of this browser that show the client, the one before the user first.
export async function openPages(worker: ServiceWorkerGlobalScope): Promise<WindowClient[]> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const rank = ({ focused, visibilityState }: WindowClient) => (focused ? 0 : visibilityState === 'visible' ? 1 : 2);
  return windows.filter(({ url }) => !foreign.test(new URL(url).pathname)).sort((a, b) => rank(a) - rank(b));
}
