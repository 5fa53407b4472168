import { isMove, isTake, type KeptChange, type Move } from './storage';

// The move that the screen shows as made already, of a deal's kept changes. A take is shown ahead of its answer only if
// `takesCount`: while it waits for the connection, the deal may become another's.
export function expectedMove(changes: KeptChange[], takesCount: boolean): Move | undefined {
  return changes
    .filter(isMove)
    .filter((move) => takesCount || !isTake(move))
    .at(-1);
}

// Every deal that either list is about, once.
export function dealsOf(before: KeptChange[], now: KeptChange[]): string[] {
  return [...new Set([...before, ...now].map(({ dealId }) => dealId))];
}
