import type { Session } from './session';

// The tabs of a browser share a session: the one that logs in or refreshes tells the others.
type Message = { kind: 'session'; session: Session } | { kind: 'wanted' } | { kind: 'ended' };

interface TabEvents {
  session(session: Session): void;
  ended(): void;
  // The session that this tab can give to one that asks.
  held(): Session | undefined;
}

const channel = new BroadcastChannel('voronka-session');
const answerTimeMs = 60;

function post(message: Message): void {
  channel.postMessage(message);
}

export function listenToTabs(events: TabEvents): void {
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'session') events.session(data.session);
    else if (data.kind === 'ended') events.ended();
    else {
      const session = events.held();
      if (session) post({ kind: 'session', session });
    }
  });
}

export const tellSession = (session: Session): void => post({ kind: 'session', session });
export const tellEnded = (): void => post({ kind: 'ended' });

// Asks the other tabs for a session. They answer through listenToTabs, within `answerTimeMs` or not at all.
export async function askTabs(): Promise<void> {
  post({ kind: 'wanted' });
  await new Promise((resolve) => setTimeout(resolve, answerTimeMs));
}
