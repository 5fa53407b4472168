import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';
import { withFieldBefore } from './arrange';
import type { DraftField } from './draft_set';
import type { Working } from './use_work';

// A field is dragged by its name onto the one whose place it takes.
export function useReordering({ work, change }: Working, field: DraftField) {
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = useRef<(id: string) => void>(() => undefined);
  useEffect(() => {
    drop.current = (id) => change(withFieldBefore(work, id, field));
  });
  useEffect(() => {
    if (!row.current || !handle.current) return undefined;
    return combine(
      draggable({ element: handle.current, getInitialData: () => ({ fieldId: field.id }) }),
      dropTargetForElements({
        element: row.current,
        canDrop: ({ source }) => typeof source.data.fieldId === 'string' && source.data.fieldId !== field.id,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false);
          drop.current(source.data.fieldId as string);
        },
      }),
    );
  }, [field.id]);
  return { row, handle, isOver };
}
