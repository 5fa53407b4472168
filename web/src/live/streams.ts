import { Code, ConnectError } from '@connectrpc/connect';

// A bookmark comes every 20 s: a stream that is silent for this long is dead, even if its connection looks open.
const silenceMs = 45_000;
const shortestPauseMs = 150;
const longestPauseMs = 2_000;

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
  let pauseMs = shortestPauseMs;
  while (!signal.aborted) {
    const answered = await followOnce(source, tellAlive, signal);
    pauseMs = answered ? shortestPauseMs : Math.min(pauseMs * 2, longestPauseMs);
    await pause(pauseMs * (0.5 + Math.random() / 2), signal);
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

// Ends early when the network comes back.
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
