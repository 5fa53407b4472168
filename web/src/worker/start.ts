import type { ClaimMessage } from './page_messages';

// For a page: from then on it needs no network for its own files.
export async function startWorker(): Promise<void> {
  const workers = navigator.serviceWorker;
  await workers.register('/sw.js');
  const { active } = await workers.ready;
  const claim: ClaimMessage = { kind: 'claim' };
  if (!workers.controller) active?.postMessage(claim);
}
