// A list that is read before the stream has begun may miss changes in between. So lists wait for the stream, but not
// for long.
const timeoutMs = 800;

interface Start {
  begun: Promise<void>;
  begin: () => void;
}

function newStart(): Start {
  const start: Start = { begun: Promise.resolve(), begin: () => undefined };
  start.begun = new Promise((resolve) => (start.begin = resolve));
  return start;
}

let start = newStart();
let listedEarly = false;

export function streamBegan(): void {
  start.begin();
}

// Lists that are read from now on wait for the next stream.
export function streamEnded(): void {
  listedEarly = false;
  start = newStart();
}

export function wasListedEarly(): boolean {
  return listedEarly;
}

export async function streamReady(): Promise<void> {
  const timeout = new Promise<'early'>((resolve) => setTimeout(() => resolve('early'), timeoutMs));
  if ((await Promise.race([start.begun, timeout])) === 'early') listedEarly = true;
}
