interface Spot {
  x: number;
  y: number;
  // Milliseconds.
  time: number;
}

const guardedMs = 1_000;
const nearPx = 40;

// Whether a tap comes so soon after another in the same place that it was meant for what was there before.
export function isSecondTap(first: Spot, second: Spot): boolean {
  const apart = Math.hypot(second.x - first.x, second.y - first.y);
  return second.time - first.time < guardedMs && apart < nearPx;
}

const spotOf = ({ clientX, clientY, timeStamp }: MouseEvent): Spot => ({ x: clientX, y: clientY, time: timeStamp });

// When a tap has taken a card away, the next one slides under the finger: the second tap of a double one is swallowed.
export function swallowSecondTap(event: MouseEvent): void {
  const first = spotOf(event);
  // Ends with the first click that comes later, not by a timer: on a busy page a timer may overtake the second tap.
  const listen = (next: MouseEvent) => {
    if (next.timeStamp - first.time >= guardedMs) removeEventListener('click', listen, true);
    // Pressed by a key.
    if (next.detail === 0 || !isSecondTap(first, spotOf(next))) return;
    next.preventDefault();
    next.stopPropagation();
  };
  addEventListener('click', listen, true);
}
