import { serverClock } from '../clock/server_clock';
import { i18n } from '../i18n/i18n';
import { language } from '../i18n/language';
import { deviceName } from '../session/device_name';
import { currentSession } from '../session/session';
import { remember } from '../worker/memory';

async function tell(): Promise<void> {
  const session = currentSession();
  if (!session) return;
  const clockAhead = serverClock.offset.get();
  const device = deviceName(navigator);
  await remember('owner', { sessionId: String(session.id), language: language(), device, clockAhead });
}

// Keeps the service worker informed of who is logged in.
export function tellOwner(): () => void {
  const update = () => void tell().catch(() => undefined);
  update();
  i18n.on('languageChanged', update);
  const stopListening = serverClock.offset.subscribe(update);
  return () => {
    i18n.off('languageChanged', update);
    stopListening();
  };
}
