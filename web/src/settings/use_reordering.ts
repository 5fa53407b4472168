import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';

// A row of settings is dragged by its name onto the one whose place it takes. `list`: rows do not leave it.
export function useReordering<Handle extends HTMLElement>(list: string, id: string, dropped: (id: string) => void) {
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<Handle>(null);
  const [isOver, setOver] = useState(false);
  const drop = useRef(dropped);
  useEffect(() => {
    drop.current = dropped;
  });
  useEffect(() => {
    if (!row.current || !handle.current) return undefined;
    return combine(
      draggable({ element: handle.current, getInitialData: () => ({ list, id }) }),
      dropTargetForElements({
        element: row.current,
        canDrop: ({ source }) => source.data.list === list && source.data.id !== id,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false);
          drop.current(source.data.id as string);
        },
      }),
    );
  }, [list, id]);
  return { row, handle, isOver };
}
