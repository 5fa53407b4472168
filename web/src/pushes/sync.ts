import { onReturn } from '../state/retrying';
import { choice } from './choice';
import { currentSession } from '../session/session';
import { leave } from './leave';
import { tellOwner } from './owner';
import { pushState } from './push_state';
import { keepOn } from './turn_on';

// The first screen comes first.
const laterMs = 3_000;

function keep(): void {
  void keepOn(choice.get().pushes === 'on').catch(() => undefined);
}

// It could not be done, so it is tried again when that is worth it.
function keepAgain(): void {
  if (pushState.get().problem && choice.get().pushes === 'on') keep();
}

// For as long as somebody is logged in. Whoever logs out is not reached here any more.
export function syncPushes(): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined;
  const sessionId = String(currentSession()?.id);
  const timer = setTimeout(keep, laterMs);
  const stops = [tellOwner(), onReturn(keepAgain), () => void leave(sessionId).catch(() => undefined)];
  return () => {
    clearTimeout(timer);
    stops.forEach((stop) => stop());
  };
}
