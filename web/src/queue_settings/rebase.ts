import { merged, pick } from '../settings/merge';
import type { DraftQueue, Work } from './draft';

const itself = (id: string): string => id;

// Work that was begun on a queue that somebody else has changed or made since, on the queue as it is now.
export function rebased({ from, typed }: Work, now: Work): Work {
  const theirs = now.typed;
  const people = (list: 'members' | 'escalation') =>
    merged(itself, { from: from[list], mine: typed[list], theirs: theirs[list] }, itself);
  const both: DraftQueue = {
    ...pick(from, typed, theirs, ['time', 'paused']),
    members: people('members'),
    escalation: people('escalation'),
  };
  return { ...now, typed: both };
}
