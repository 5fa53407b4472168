import { Form_State, type Form } from '../gen/voronka/crm/v1/form_pb';
import type { Queue } from '../gen/voronka/crm/v1/queue_pb';
import { User_State, type User } from '../gen/voronka/crm/v1/user_pb';
import { isAtWork } from '../queues/staff';

// What an account has by now.
export interface Had {
  people: ReadonlyMap<bigint, User>;
  queues: Queue[];
  forms: Form[];
  // In all pipelines.
  deals: number;
}

// In the order in which each makes sense.
export const stepKeys = ['people', 'queue', 'source', 'inquiry'] as const;
export type StepKey = (typeof stepKeys)[number];

export interface Step {
  key: StepKey;
  isDone: boolean;
}

// A solution that is applied to an account without managers makes a queue of its admin. That does while nobody else is
// there.
function isOfColleagues({ memberUserIds }: Queue, people: Had['people'], adminId: bigint): boolean {
  const colleagues = [...people.values()].filter(({ id, state }) => id !== adminId && state === User_State.ACTIVE);
  return !colleagues.length || colleagues.some(({ id }) => memberUserIds.includes(id));
}

// By what the account has, so that a step that was done elsewhere, or undone, is seen as it is. `adminId`: who asks.
const isDone: Record<StepKey, (had: Had, adminId: bigint) => boolean> = {
  people: ({ people }, adminId) =>
    [...people.values()].some(({ id, state }) => id !== adminId && state !== User_State.DISABLED),
  queue: ({ people, queues }, adminId) =>
    queues.some((queue) => isAtWork(queue, people) && isOfColleagues(queue, people, adminId)),
  source: ({ forms }) => forms.some(({ state, archiveTime }) => state !== Form_State.DISABLED && !archiveTime),
  inquiry: ({ deals }) => deals > 0,
};

export const stepsOf = (had: Had, adminId: bigint): Step[] =>
  stepKeys.map((key) => ({ key, isDone: isDone[key](had, adminId) }));

export const isAllDone = (steps: Step[]): boolean => steps.every((step) => step.isDone);
