import { useRef, type PointerEvent } from 'react';

interface Resizing {
  width: number;
  // While it is dragged. Nothing renders meanwhile.
  preview: (px: number) => void;
  resize: (px: number) => void;
}

// The edge of a column that is dragged. By keyboard, the menu of the column has the same.
export function useResizing({ width, preview, resize }: Resizing) {
  const from = useRef<number>(undefined);
  const at = ({ clientX }: PointerEvent) => width + clientX - (from.current ?? clientX);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = event.clientX;
    },
    onPointerMove: (event: PointerEvent) => {
      if (from.current !== undefined) preview(at(event));
    },
    onPointerUp: (event: PointerEvent) => {
      if (from.current === undefined) return;
      // A mere press changes nothing, so that the usual columns stay the usual ones.
      if (at(event) !== width) resize(at(event));
      from.current = undefined;
    },
    onPointerCancel: () => {
      from.current = undefined;
      preview(width);
    },
  };
}
