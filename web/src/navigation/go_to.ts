import { navigate } from 'wouter/use-browser-location';

// To another screen by a button that goes with its own: the focus is on the new screen then, unless something there has
// taken it, and not lost.
export function goTo(path: string): void {
  navigate(path);
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector('main')?.focus({ preventScroll: true });
  });
}
