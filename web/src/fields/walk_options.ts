import type { KeyboardEvent } from 'react';
import { isKey } from '../components/keys';

// In a list of options below an input, the arrow keys go from option to option.
export function walkOptions(event: KeyboardEvent<HTMLElement>): void {
  const step = isKey(event.nativeEvent, 'ArrowDown') ? 1 : isKey(event.nativeEvent, 'ArrowUp') ? -1 : 0;
  if (!step) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('input, li button')];
  const next = all[all.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
