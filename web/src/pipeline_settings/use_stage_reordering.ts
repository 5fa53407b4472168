import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';
import { placedAt } from '../settings/order';
import type { DraftStage } from './draft';
import type { Working } from './use_work';

// A stage is dragged by its name onto the one whose place it takes.
export function useStageReordering({ work, change }: Working, { key }: DraftStage) {
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = useRef<(dragged: string) => void>(() => undefined);
  useEffect(() => {
    drop.current = (dragged) => {
      const { stages } = work.typed;
      const [moved, target] = [dragged, key].map((wanted) => stages.find((stage) => stage.key === wanted));
      if (moved && target) change({ ...work.typed, stages: placedAt(stages, moved, target) });
    };
  });
  useEffect(() => {
    if (!row.current || !handle.current) return undefined;
    return combine(
      draggable({ element: handle.current, getInitialData: () => ({ stageKey: key }) }),
      dropTargetForElements({
        element: row.current,
        canDrop: ({ source }) => typeof source.data.stageKey === 'string' && source.data.stageKey !== key,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false);
          drop.current(source.data.stageKey as string);
        },
      }),
    );
  }, [key]);
  return { row, handle, isOver };
}
