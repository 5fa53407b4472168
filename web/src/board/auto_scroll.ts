import { useEffect, type RefObject } from 'react';

// Scrolls the element while a card is dragged to its edge. What does so is loaded once the board is there: nobody drags
// before.
export function useAutoScroll(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let hasEnded = false;
    let stop: () => void = () => undefined;
    const start = async () => {
      const { autoScrollForElements } = await import('@atlaskit/pragmatic-drag-and-drop-auto-scroll/element');
      if (!hasEnded && scroller.current) stop = autoScrollForElements({ element: scroller.current });
    };
    start().catch(() => undefined);
    return () => {
      hasEnded = true;
      stop();
    };
  }, [scroller]);
}
