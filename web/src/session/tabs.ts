import type { Session } from './session';

// The tabs of one browser share a session: one of them logs in or refreshes, the others are told.
type Message = { kind: 'session'; session: Session } | { kind: 'wanted' } | { kind: 'ended' };

interface TabEvents {
  session(session: Session): void;
  ended(): void;
  // What this tab can give another that asks.
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

// Asks the other tabs; they answer through listenToTabs, at once or not at all.
export async function askTabs(): Promise<void> {
  post({ kind: 'wanted' });
  await new Promise((resolve) => setTimeout(resolve, answerTimeMs));
}
