import { serverClock } from '../clock/server_clock';
import { i18n } from '../i18n/i18n';
import { deviceName } from '../session/device_name';
import { currentSession } from '../session/session';
import { forget, remember } from '../worker/memory';

async function tell(): Promise<void> {
  const session = currentSession();
  if (!session) return;
  const { language } = i18n;
  const clockAhead = serverClock.offset.get();
  await remember('owner', { sessionId: String(session.id), language, device: deviceName(navigator), clockAhead });
}

// Tells the service worker who is logged in. Returns a function that tells it that nobody is any more.
export function tellOwner(): () => void {
  const update = () => void tell().catch(() => undefined);
  update();
  i18n.on('languageChanged', update);
  const stopListening = serverClock.offset.subscribe(update);
  return () => {
    i18n.off('languageChanged', update);
    stopListening();
    void forget('owner').catch(() => undefined);
  };
}
