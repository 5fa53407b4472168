import { searchOpened } from '../search/opened';

const typedInto = 'input, textarea, select, [contenteditable=""], [contenteditable=true]';

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.closest(typedInto) !== null;

// «/», which is elsewhere on a Russian keyboard: its key there counts as well.
const isSlash = ({ key, code, shiftKey }: KeyboardEvent): boolean => key === '/' || (code === 'Slash' && !shiftKey);

// Ctrl-K from anywhere, «/» where nothing is typed.
export function asksForSearch(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.altKey) return false;
  const hasControl = event.ctrlKey || event.metaKey;
  if (event.code === 'KeyK') return hasControl && !event.shiftKey;
  return !hasControl && isSlash(event) && !isTyping(event);
}

// Over another dialog it might open behind it.
const isUnderDialog = (): boolean => document.querySelector('.mantine-Modal-content') !== null;

// Returns a function that stops it.
export function listenForSearch(): () => void {
  const listen = (event: KeyboardEvent) => {
    if (!asksForSearch(event)) return;
    event.preventDefault();
    if (!isUnderDialog()) searchOpened.set(true);
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}
