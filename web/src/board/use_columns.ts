import { useMemo, useRef } from 'react';
import { cardStore } from '../cards/card_store';
import { useCardStoreVersion } from '../cards/use_card';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { currentUserId } from '../people/people';
import type { BoardFilter } from './board_filter';
import { useListedTotals, type Layout } from './board_query';
import { columnsOf } from './columns';
import { shifted, type Total, type Totals } from './totals';

// Moves that are shown already, but not included in the service's totals yet.
function movesUnderWay(): { deal: Deal; toStage: string }[] {
  return [...cardStore.optimisticChanges()].flatMap(([dealId, { stage }]) => {
    const deal = cardStore.confirmed(dealId);
    return deal && stage && stage !== deal.stage ? [{ deal, toStage: stage }] : [];
  });
}

// Reuses the array of each unchanged column, so that only changed columns are rendered again.
function sharing(before: Map<string, Deal[]>, now: Map<string, Deal[]>): Map<string, Deal[]> {
  now.forEach((deals, stage) => {
    const old = before.get(stage);
    if (old?.length === deals.length && old.every((deal, at) => deal === deals[at])) now.set(stage, old);
  });
  return now;
}

export function useColumns(filter: BoardFilter, { found }: Layout): Map<string, Deal[]> {
  const version = useCardStoreVersion();
  const before = useRef(new Map<string, Deal[]>());
  return useMemo(
    () => (before.current = sharing(before.current, columnsOf(cardStore.all(), filter, found, currentUserId()))),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the version stands for what is in the store
    [version, filter, found],
  );
}

const nothing: Totals = new Map();
const none: Total = { deals: 0, amounts: new Map() };

export function useTotals(filter: BoardFilter, layout: Layout): (stage: string) => Total {
  const version = useCardStoreVersion();
  const listed = useListedTotals(filter);
  const known = layout.totals ?? listed ?? nothing;
  const totals = useMemo<Totals>(
    () => shifted(known, movesUnderWay()),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- as above
    [version, known],
  );
  return (stage) => totals.get(stage) ?? none;
}
