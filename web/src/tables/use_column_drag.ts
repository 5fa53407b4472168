import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';

const list = 'table-columns';

// A header is dragged by its name onto the one whose place it takes.
export function useColumnDrag(name: string, dropped: (name: string) => void) {
  const header = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = useRef(dropped);
  useEffect(() => {
    drop.current = dropped;
  });
  useEffect(() => {
    if (!header.current || !handle.current) return undefined;
    return combine(
      draggable({ element: handle.current, getInitialData: () => ({ list, name }) }),
      dropTargetForElements({
        element: header.current,
        canDrop: ({ source }) => source.data.list === list && source.data.name !== name,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false);
          drop.current(source.data.name as string);
        },
      }),
    );
  }, [name]);
  return { header, handle, isOver };
}
