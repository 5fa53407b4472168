import { alive } from '../live/topics';
import { sendWaiting, waitingMoves } from './outbox';

const everyMs = 2_000;

// Sends waiting moves once the connection is back: when the browser or the streams say so, and by a retry every 2 s.
export function resendWhenConnected(): () => void {
  const send = () => void sendWaiting().catch(() => undefined);
  const timer = setInterval(() => {
    if (waitingMoves.get().length > 0 && navigator.onLine) send();
  }, everyMs);
  addEventListener('online', send);
  const stopListening = alive.subscribe(() => {
    if (alive.get()) send();
  });
  send();
  return () => {
    clearInterval(timer);
    removeEventListener('online', send);
    stopListening();
  };
}
