import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

const focusable = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex="0"]';

function focusOn(element: Element | null | undefined): boolean {
  if (!(element instanceof HTMLElement)) return false;
  element.focus({ preventScroll: true });
  return document.activeElement === element;
}

// The elements around one, from the inside out, within its screen or dialog.
function around(element: Element): Element[] {
  const found: Element[] = [];
  for (let outer = element.parentElement; outer && outer !== document.body; outer = outer.parentElement) {
    found.push(outer);
    if (outer.matches('main, [role=dialog]')) break;
  }
  return found;
}

const focusOnScreen = (): boolean => focusOn(document.querySelector('main'));

// Remembers where the focus is. The returned function brings it back there, or, if that element has gone, near it.
function placeOfFocus(): () => void {
  const element = document.activeElement;
  if (!element || element === document.body) return focusOnScreen;
  const outers = around(element);
  return () => {
    if (element.isConnected && focusOn(element)) return;
    const left = outers.find((outer) => outer.isConnected);
    if (!focusOn(left?.querySelector(focusable))) focusOnScreen();
  };
}

const places = new WeakMap<Element, () => void>();

// What was opened from a dialog returns the focus to where it was before that dialog, if the dialog has gone too.
function placeToReturnTo(): () => void {
  const dialog = document.activeElement?.closest('[role=dialog]');
  const place = placeOfFocus();
  const before = dialog && places.get(dialog);
  return () => (before && !dialog.isConnected ? before() : place());
}

// Nobody else has the focus yet: not a dialog that was opened from the one that closes.
function isLeftBehind(dialog: Element | null | undefined): boolean {
  const { activeElement } = document;
  return !activeElement || activeElement === document.body || (dialog?.contains(activeElement) ?? false);
}

// For a dialog or a drawer while it is open: when it closes, the focus returns to where it was. `inside` is any element
// in it.
export function useFocusReturn(inside: RefObject<Element | null>): void {
  const [place] = useState(placeToReturnTo);
  useEffect(() => {
    const dialog = inside.current?.closest('[role=dialog]');
    if (dialog) places.set(dialog, place);
    return () => void requestAnimationFrame(() => isLeftBehind(dialog) && place());
  }, [inside, place]);
}

// The focusable element after one, or else the one before it, as near as there is.
function neighbourOf(element: Element): Element | undefined {
  for (const outer of around(element)) {
    const all = [...outer.querySelectorAll(focusable)].filter((found) => !element.contains(found));
    const after = all.find((found) => element.compareDocumentPosition(found) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (after ?? all.at(-1)) return after ?? all.at(-1);
  }
  return undefined;
}

// A button that becomes disabled loses the focus to nobody.
let lastFocused: EventTarget | null = null;
document.addEventListener('focusin', ({ target }) => (lastFocused = target));

function hasFocus(element: Element): boolean {
  const { activeElement } = document;
  if (activeElement && activeElement !== document.body) return element.contains(activeElement);
  return lastFocused instanceof Node && element.contains(lastFocused);
}

// For a row of a list or a form: when it goes while it has the focus, the focus passes to what is next to it.
// `known`: a ref that it has already.
export function useFocusPassedOn<T extends Element>(known?: RefObject<T | null>): RefObject<T | null> {
  const own = useRef<T>(null);
  const ref = known ?? own;
  useLayoutEffect(() => {
    const element = ref.current;
    return () => {
      if (element && hasFocus(element)) focusOn(neighbourOf(element));
    };
  }, [ref]);
  return ref;
}

interface InPlace {
  isOpen: boolean;
  open: () => void;
  // Call it when the user leaves the editor by the keyboard or its buttons.
  close: () => void;
  // The button has come back and takes the focus.
  returns: boolean;
}

// An editor that takes the place of the button that opens it. The editor takes the focus by its own autoFocus, the
// button afterwards by `autoFocus={returns}`.
export function useInPlace(): InPlace {
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never');
  return {
    isOpen: state === 'open',
    open: () => setState('open'),
    close: () => setState('closed'),
    returns: state === 'closed',
  };
}
