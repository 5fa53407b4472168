import { Code, ConnectError } from '@connectrpc/connect';
import { Retrying } from '../state/retrying';

// A bookmark comes every 20 s: a stream that is silent for this long is dead, even if its connection looks open.
const silenceMs = 45_000;

export interface Answer {
  cursor: string;
}

export interface Source<T extends Answer> {
  open(cursor: string, signal: AbortSignal): AsyncIterable<T>;
  onAnswer(answer: T): void;
  cursor(): string;
}

// Follows a stream until `signal` aborts. Whatever ends the stream, it continues from the last cursor. No answers are
// delivered after the abort, since another user may have logged in by then.
export async function follow<T extends Answer>(
  source: Source<T>,
  tellAlive: (alive: boolean) => void,
  signal: AbortSignal,
) {
  const retrying = new Retrying();
  while (!signal.aborted) {
    if (await followOnce(source, tellAlive, signal)) retrying.succeeded();
    await retrying.pause(signal);
  }
}

// Returns whether any answer came.
async function followOnce<T extends Answer>(
  source: Source<T>,
  tellAlive: (alive: boolean) => void,
  signal: AbortSignal,
) {
  const attempt = new AbortController();
  const stop = () => attempt.abort();
  signal.addEventListener('abort', stop);
  addEventListener('offline', stop);
  let watchdog = setTimeout(stop, silenceMs);
  let answered = false;
  try {
    for await (const answer of source.open(source.cursor(), attempt.signal)) {
      if (signal.aborted) break;
      clearTimeout(watchdog);
      watchdog = setTimeout(stop, silenceMs);
      answered = true;
      source.onAnswer(answer);
      tellAlive(true);
    }
  } catch (error) {
    if (signal.aborted) return answered;
    if (!answered || ConnectError.from(error).code !== Code.Unavailable) tellAlive(false);
  } finally {
    clearTimeout(watchdog);
    signal.removeEventListener('abort', stop);
    removeEventListener('offline', stop);
    attempt.abort();
  }
  return answered;
}
