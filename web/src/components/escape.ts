import { useEffect, useRef, type KeyboardEvent as ReactKeyboardEvent } from 'react';
import { isKey } from './keys';

type Close = () => void;

// What Escape closes one by one, the innermost last.
export class OpenLayers {
  private readonly layers: { close: Close }[] = [];

  // Returns a function that takes the layer away.
  add(close: Close): () => void {
    const layer = { close };
    this.layers.push(layer);
    return () => {
      const at = this.layers.indexOf(layer);
      if (at >= 0) this.layers.splice(at, 1);
    };
  }

  closeInnermost(): void {
    this.layers.at(-1)?.close();
  }
}

const open = new OpenLayers();
let listens = false;

function listen(): void {
  if (listens) return;
  listens = true;
  window.addEventListener('keydown', (event) => {
    if (isKey(event, 'Escape') && !event.defaultPrevented) open.closeInnermost();
  });
}

// Escape closes a dialog or a drawer while it is the innermost one that is open.
export function useEscape(close: Close): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    listen();
    return open.add(() => latest.current());
  }, []);
}

// For a form inside a dialog or a screen: Escape in it closes the form and nothing around it.
export function onEscape(close: Close): (event: ReactKeyboardEvent) => void {
  return (event) => {
    if (!isKey(event.nativeEvent, 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
}
