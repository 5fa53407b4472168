import type { KeyboardEvent, ReactNode } from 'react';
import { createContext, useContext, useEffect, useState } from 'react';
import { cardStore } from '../cards/card_store';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { stageAsked, takenByKey } from '../moves/moves';
import { neighbour } from './focus';

// A card that was taken by a key has gone to another column. If it is not shown there, the screen has the focus.
function focusTaken(dealId: bigint): void {
  requestAnimationFrame(() => {
    dispatchEvent(new CustomEvent(focusEvent, { detail: dealId }));
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) document.querySelector('main')?.focus();
      }),
    );
  });
}

// The card that the Tab key leads to: the last one that had the focus.
const Focused = createContext<bigint | undefined>(undefined);
export const useFocused = (): bigint | undefined => useContext(Focused);

// Tells a column to scroll to a card, which may not be rendered yet, and to focus it.
export const focusEvent = 'voronka-focus-card';

function dealAt(target: EventTarget): bigint | undefined {
  const card = target instanceof HTMLElement ? target.dataset.deal : undefined;
  return card === undefined ? undefined : BigInt(card);
}

interface BoardKeysProps {
  stages: Stage[];
  columns: Map<string, Deal[]>;
  children: ReactNode;
}

export function BoardKeys({ stages, columns, children }: BoardKeysProps) {
  const [focused, setFocused] = useState<bigint>();
  useEffect(() => takenByKey.subscribe(focusTaken), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const dealId = dealAt(event.target);
    if (dealId === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = neighbour(stages, columns, dealId, event.key);
    if (next) dispatchEvent(new CustomEvent(focusEvent, { detail: next.id }));
    if (event.code === 'KeyM') stageAsked.set(cardStore.card(dealId)?.deal);
    if (next || event.key.startsWith('Arrow') || event.code === 'KeyM') event.preventDefault();
  };
  return (
    <Focused.Provider value={focused}>
      <div
        style={{ display: 'contents' }}
        onKeyDown={onKeyDown}
        onFocus={(event) => setFocused(dealAt(event.target) ?? focused)}
      >
        {children}
      </div>
    </Focused.Provider>
  );
}
