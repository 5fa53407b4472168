import { abilities } from './obstacle';
import { choose } from './choice';
import { pushState } from './push_state';

const subscribing = () => import('./subscribe');

// Called from a button: users tend to refuse for good a page that asks on opening, and browsers ask only then. Nothing
// comes before the question, or Safari forgets that it was a button.
export async function turnOn(): Promise<void> {
  const before = pushState.get();
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return pushState.set({ ...before });
  choose({ pushes: 'on', asked: true });
  pushState.set({ phase: 'turning' });
  await (await subscribing()).subscribe();
}

// Keeps this browser reachable for whoever is logged in, if it was turned on and may still be.
export async function keepOn(turnedOn: boolean): Promise<void> {
  const { canPush, permission } = abilities();
  if (!turnedOn || !canPush || permission !== 'granted') return pushState.set({ phase: 'off' });
  await (await subscribing()).subscribe();
}
