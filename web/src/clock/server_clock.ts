import { Observable } from '../state/observable';

// How far the server's clock is ahead of this device's, in milliseconds: at least and at most.
interface Bounds {
  least: number;
  most: number;
}

const secondMs = 1_000;
// How many answers count. Older ones are forgotten: clocks drift, and people set theirs.
const kept = 16;

// The bounds that the latest observations agree on. Where an older one contradicts them, this device's clock was set
// after it.
function agreed(latestFirst: Bounds[]): Bounds {
  const bounds = { least: -Infinity, most: Infinity };
  for (const { least, most } of latestFirst) {
    if (Math.max(least, bounds.least) > Math.min(most, bounds.most)) break;
    bounds.least = Math.max(least, bounds.least);
    bounds.most = Math.min(most, bounds.most);
  }
  return bounds;
}

// Works out the difference of two clocks from what the server's answers are dated. A date says the second only, so each
// answer leaves an uncertainty of a second and of the time that the call took; together they leave little. The estimate
// changes only when it is contradicted: a device whose clock is right is never corrected.
export class ServerClock {
  readonly offset = new Observable(0);
  private observations: Bounds[] = [];

  // `asked` and `answered`: when, by this device's clock. Milliseconds since 1970.
  learn(date: string | null, asked: number, answered: number): void {
    const second = Date.parse(date ?? '');
    if (Number.isNaN(second) || answered < asked) return;
    this.observations.unshift({ least: second - answered, most: second + secondMs - asked });
    this.observations.length = Math.min(this.observations.length, kept);
    const { least, most } = agreed(this.observations);
    const offset = this.offset.get();
    if (offset < least || offset > most) this.offset.set(Math.round((least + most) / 2));
  }
}

export const serverClock = new ServerClock();

// Milliseconds since 1970 by the server's clock, which decides what is overdue and what can still be taken.
export function serverNow(): number {
  return Date.now() + serverClock.offset.get();
}
