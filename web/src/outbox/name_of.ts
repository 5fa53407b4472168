import { isMove, type KeptChange } from './storage';

// What the change's deal is called.
export function nameOf(change: KeptChange): string {
  return [change.dealName, isMove(change) && change.clientName].filter(Boolean).join(', ');
}
