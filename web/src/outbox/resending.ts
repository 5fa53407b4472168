import { alive } from '../live/topics';
import { followTabs, sendWaiting } from './outbox';
import { waitingChanges } from './waiting';
import { dropOwnerless } from './storage';

const everyMs = 3_000;

// Sends waiting changes once the connection is back: when the browser or the streams say so, and by a retry every 3 s.
export function resendWhenConnected(): () => void {
  const send = () => void sendWaiting().catch(() => undefined);
  const timer = setInterval(() => {
    if (waitingChanges.get().length > 0 && navigator.onLine) send();
  }, everyMs);
  addEventListener('online', send);
  const stopListening = alive.subscribe(() => {
    if (alive.get()) send();
  });
  const stopFollowing = followTabs();
  void dropOwnerless().catch(() => undefined);
  send();
  return () => {
    clearInterval(timer);
    removeEventListener('online', send);
    stopListening();
    stopFollowing();
  };
}
