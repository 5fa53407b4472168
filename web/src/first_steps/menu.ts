import { currentLogin } from '../session/session';
import { useObserved, userScoped } from '../state/observable';

// Why the steps are not in the menu: the user has taken them out of it, or all were done once.
type Reason = 'hidden' | 'done';

// By login: several people may work in one browser.
const keyOf = (login: string): string => `voronka-first-steps-${login}`;

function keptReason(): Reason | undefined {
  const kept = localStorage.getItem(keyOf(currentLogin()));
  return kept === 'hidden' || kept === 'done' ? kept : undefined;
}

// Grows when it is decided anew.
const decisions = userScoped(0);

export function takeOutOfMenu(reason: Reason): void {
  localStorage.setItem(keyOf(currentLogin()), reason);
  decisions.set(decisions.get() + 1);
}

export function putIntoMenu(): void {
  localStorage.removeItem(keyOf(currentLogin()));
  decisions.set(decisions.get() + 1);
}

// Undefined: the steps are in the menu as long as one is open.
export function useReasonToHide(): Reason | undefined {
  useObserved(decisions);
  return keptReason();
}
