import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useSyncExternalStore } from 'react';
import type { Violation } from '../api/refusal';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { askVerdicts, type Verdicts } from '../moves/ask_service';
import { hasRules } from '../pipelines/rules';
import { userScoped } from '../state/observable';

// What the service would refuse of the card that is being dragged, by stage. Undefined: none is, or nobody has said.
const dragVerdicts = userScoped<Verdicts | undefined>(undefined);

export const dragVerdict = (stage: string): Violation[] | undefined => dragVerdicts.get()?.get(stage);

export function useDragVerdict(stage: string): Violation[] | undefined {
  return useSyncExternalStore(dragVerdicts.subscribe, () => dragVerdict(stage));
}

// Asks once for a card, as soon as it is dragged.
export function useDragVerdicts(pipeline: Pipeline): void {
  const asks = hasRules(pipeline);
  useEffect(() => {
    if (!asks) return undefined;
    let dragged: unknown;
    return monitorForElements({
      canMonitor: ({ source }) => typeof source.data.dealId === 'bigint',
      onDragStart: ({ source }) => {
        dragged = source.data.dealId;
        const id = source.data.dealId as bigint;
        void askVerdicts({ id }).then((verdicts) => dragged === id && dragVerdicts.set(verdicts));
      },
      onDrop: () => {
        dragged = undefined;
        dragVerdicts.set(undefined);
      },
    });
  }, [asks]);
}
