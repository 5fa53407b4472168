import type { KeyboardEvent } from 'react';

const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof HTMLElement && target.dataset.unsorted !== undefined ? target : null;

function press(row: HTMLElement, act: 'accept' | 'hide'): void {
  row.querySelector<HTMLElement>(`[data-act=${act}]`)?.click();
}

function doKey(row: HTMLElement, { code, key }: KeyboardEvent): boolean {
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const next = key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
    if (next instanceof HTMLElement) next.focus();
  } else if (key === 'Enter') row.querySelector('a')?.click();
  else if (code === 'KeyA') press(row, 'accept');
  else if (code === 'KeyH') press(row, 'hide');
  else return false;
  return true;
}

// On a row that has the focus: arrows lead to the next one, Enter opens it, A accepts it, H hides it, whatever the
// keyboard's language.
export function onRowKey(event: KeyboardEvent): void {
  const row = rowOf(event.target);
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
  if (doKey(row, event)) event.preventDefault();
}
