import type { Condition } from '../gen/voronka/crm/v1/condition_pb';
import { currentUserId } from '../people/people';
import { leads } from '../people/rights';
import { currentSession } from '../session/session';

export interface BoardFilter {
  pipeline: string;
  // Absent: the deals of all users.
  responsible?: bigint;
  // Which of them. Absent: all.
  condition?: Condition;
}

export type Whose = 'mine' | 'all';

const storageKey = 'voronka-whose';

function rememberedWhose(): Whose | undefined {
  const kept = localStorage.getItem(storageKey);
  return kept === 'mine' || kept === 'all' ? kept : undefined;
}

export function rememberWhose(whose: Whose): void {
  localStorage.setItem(storageKey, whose);
}

// The last choice; without one, those who lead others start with everybody's deals.
export function initialWhose(): Whose {
  const user = currentSession()?.user;
  return rememberedWhose() ?? (user && leads(user) ? 'all' : 'mine');
}

export function filterOf(pipeline: string, whose: Whose, condition: Condition | undefined): BoardFilter {
  return { pipeline, responsible: whose === 'mine' ? currentUserId() : undefined, condition };
}
