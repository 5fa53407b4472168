import { serverClock } from '../clock/server_clock';
import { i18n } from '../i18n/i18n';
import { language } from '../i18n/language';
import { deviceName } from '../session/device_name';
import { currentSession } from '../session/session';
import { closeOfOthers } from '../worker/closing';
import { remember } from '../worker/memory';

async function tell(): Promise<void> {
  const session = currentSession();
  if (!session) return;
  const clockAhead = serverClock.offset.get();
  const device = deviceName(navigator);
  const sessionId = String(session.id);
  await remember('owner', { sessionId, language: language(), device, clockAhead });
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration) await closeOfOthers(registration, sessionId);
}

// Keeps the service worker informed of who is logged in. They do not find what it has shown to others.
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
