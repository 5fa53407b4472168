import { userScoped } from '../state/observable';

// The deals whose takes came too late, as the user has been told: nobody needs to tell them again that they are lost.
export const toldLosses = userScoped<readonly bigint[]>([]);

export function tellsLoss(dealId: bigint): void {
  toldLosses.set([...toldLosses.get(), dealId]);
}

// The deal is on offer to the user again, and may be lost once more.
export function forgetLoss(dealId: bigint): void {
  toldLosses.set(toldLosses.get().filter((told) => told !== dealId));
}
