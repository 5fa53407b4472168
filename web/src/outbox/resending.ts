import { alive } from '../live/topics';
import { sendWaiting } from './outbox';

// What waits is sent when the streams are back, and when a page opens.
export function keepSending(): () => void {
  const send = () => void sendWaiting().catch(() => undefined);
  send();
  return alive.subscribe(() => {
    if (alive.get()) send();
  });
}
