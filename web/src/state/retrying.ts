const shortestMs = 150;
// A service that is started again serves within seconds.
const longestMs = 3_000;
// Without a network there is nothing to find out: the browser tells when it is back.
const longestOfflineMs = 30_000;

// How long to wait after so many failures in a row: longer each time, and not all browsers at once. `random`: from 0
// to 1.
export function retryDelayMs(failures: number, onLine = navigator.onLine, random = Math.random()): number {
  const longest = onLine ? longestMs : longestOfflineMs;
  return Math.min(shortestMs * 2 ** failures, longest) * (0.5 + random / 2);
}

// Calls `act` when it is worth trying at once: the network is back, or the user is.
export function onReturn(act: () => void): () => void {
  const look = () => {
    if (document.visibilityState === 'visible') act();
  };
  addEventListener('online', act);
  document.addEventListener('visibilitychange', look);
  return () => {
    removeEventListener('online', act);
    document.removeEventListener('visibilitychange', look);
  };
}

// Ends early when it is worth trying at once, and when `signal` aborts. Returns whether it lasted.
export function pause(ms: number, signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (lasted: boolean) => {
      clearTimeout(timer);
      forget();
      signal?.removeEventListener('abort', cut);
      resolve(lasted);
    };
    const cut = () => end(false);
    const timer = setTimeout(() => end(true), ms);
    const forget = onReturn(cut);
    signal?.addEventListener('abort', cut);
    if (signal?.aborted) cut();
  });
}

// Counts failures in a row, and waits accordingly.
export class Retrying {
  private failures = 0;

  succeeded(): void {
    this.failures = 0;
  }

  async pause(signal?: AbortSignal): Promise<void> {
    const lasted = await pause(retryDelayMs(this.failures), signal);
    this.failures = lasted ? this.failures + 1 : 0;
  }
}
