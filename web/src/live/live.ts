import { changes, inbox } from '../api/clients';
import { streamBegan, streamEnded } from './readiness';
import { Receiver } from './receiver';
import { changesOf, inboxOf, relayedChanges, relayedInbox, type Relayed } from './relay';
import { follow } from './streams';
import { followParts, setDownParts } from './parts';
import { alive, downParts } from './topics';

const endless = 0;

// Each kind of event stream is opened once per browser: the tab that has the lock holds the streams and relays them to
// the others.
export function startLive(login: string): () => void {
  const receiver = new Receiver(login);
  const channel = new BroadcastChannel(`voronka-live-${login}`);
  const ending = new AbortController();
  let leads = false;
  const relay = (message: Relayed) => channel.postMessage(message);
  const tellAlive = () => relay({ kind: 'alive', alive: alive.get() });
  const tellDown = () => relay({ kind: 'down', parts: downParts.get() });
  const telling = [alive.subscribe(() => leads && tellAlive()), downParts.subscribe(() => leads && tellDown())];

  channel.addEventListener('message', ({ data }: MessageEvent<Relayed>) => {
    if (data.kind === 'changes') receiver.receiveChanges(changesOf(data.answer));
    else if (data.kind === 'inbox') receiver.receiveInbox(inboxOf(data.answer));
    else if (data.kind === 'alive') receiveAlive(data.alive);
    else if (data.kind === 'down') setDownParts(data.parts);
    else if (leads) {
      tellAlive();
      tellDown();
    }
  });

  function receiveAlive(is: boolean): void {
    alive.set(is);
    if (is) streamBegan();
  }

  async function lead(): Promise<void> {
    leads = true;
    await Promise.all([followChanges(), followInbox(), followParts(ending.signal)]);
  }

  const followChanges = () =>
    follow(
      {
        open: (cursor, signal) => changes.watchChanges({ cursor }, { signal, timeoutMs: endless }),
        cursor: () => receiver.changes.get(),
        onAnswer: (answer) => {
          relay(relayedChanges(answer));
          receiver.receiveChanges(answer);
        },
      },
      alive.set.bind(alive),
      ending.signal,
    );

  const followInbox = () =>
    follow(
      {
        open: (cursor, signal) => inbox.subscribe({ cursor }, { signal, timeoutMs: endless }),
        cursor: () => receiver.inbox.get(),
        onAnswer: (answer) => {
          relay(relayedInbox(answer));
          receiver.receiveInbox(answer);
        },
      },
      () => undefined,
      ending.signal,
    );

  relay({ kind: 'hello' });
  navigator.locks.request(`voronka-leader-${login}`, { signal: ending.signal }, lead).catch(() => undefined);
  return () => {
    telling.forEach((stop) => stop());
    ending.abort();
    channel.close();
    streamEnded();
  };
}
