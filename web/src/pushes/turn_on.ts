import { i18n } from '../i18n/i18n';
import { abilities } from './obstacle';
import { choose } from './choice';
import { pushState } from './push_state';

const subscribing = () => import('./subscribe');

// Called from a button: users tend to refuse for good a page that asks on opening, and browsers ask only then. Nothing
// comes before the question, or Safari forgets that it was a button.
export async function turnOn(): Promise<void> {
  const permission = await Notification.requestPermission();
  // Still undecided: the question was closed, so it can be asked again.
  if (permission === 'default') return pushState.set({ phase: 'off', problem: i18n.t('pushes.dismissed') });
  if (permission === 'denied') return pushState.set({ phase: 'off' });
  choose({ pushes: 'on', asked: true });
  pushState.set({ phase: 'turning' });
  await (await subscribing()).subscribe();
}

// Keeps this browser reachable for whoever is logged in, if it was turned on and may still be.
export async function keepOn(turnedOn: boolean): Promise<void> {
  const { canPush, permission } = abilities();
  // What the user was told of a question that they closed meanwhile stays.
  const isPossible = turnedOn && canPush && permission === 'granted';
  if (!isPossible) return pushState.set({ ...pushState.get(), phase: 'off' });
  await (await subscribing()).subscribe();
}
