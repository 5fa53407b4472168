// What is listed before the stream has begun may miss what happens in between: lists wait for it, but not long.
const patienceMs = 800;

interface Start {
  told: Promise<void>;
  tell: () => void;
  begun: boolean;
}

function newStart(): Start {
  const start: Start = { told: Promise.resolve(), tell: () => undefined, begun: false };
  start.told = new Promise((resolve) => (start.tell = resolve));
  return start;
}

let start = newStart();
let listedEarly = false;

export function streamBegan(): void {
  start.begun = true;
  start.tell();
}

// What is listed from now on waits for the next one.
export function streamEnded(): void {
  listedEarly = false;
  start = newStart();
}

export function wasListedEarly(): boolean {
  return listedEarly;
}

export async function streamReady(): Promise<void> {
  const impatience = new Promise<'early'>((resolve) => setTimeout(() => resolve('early'), patienceMs));
  if ((await Promise.race([start.told, impatience])) === 'early') listedEarly = true;
}
