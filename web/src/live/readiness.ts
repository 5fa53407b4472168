// What is listed before the stream has begun may miss what happens in between: lists wait for it, but not long.
const patienceMs = 800;

let begun: () => void = () => undefined;
let started = new Promise<void>((resolve) => {
  begun = resolve;
});
let listedEarly = false;

export function streamBegan(): void {
  begun();
}

export function streamStarts(): void {
  listedEarly = false;
  started = new Promise<void>((resolve) => {
    begun = resolve;
  });
}

export function wasListedEarly(): boolean {
  return listedEarly;
}

export async function streamReady(): Promise<void> {
  const impatience = new Promise<'early'>((resolve) => setTimeout(() => resolve('early'), patienceMs));
  if ((await Promise.race([started, impatience])) === 'early') listedEarly = true;
}
