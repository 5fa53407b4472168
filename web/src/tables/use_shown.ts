import { useMemo, useState } from 'react';
import type { SavedFilter } from '../gen/voronka/crm/v1/saved_filter_pb';
import { moved, placedAt } from '../settings/order';
import {
  chosenOf,
  shownColumns,
  toggled,
  withWidth,
  type Chosen,
  type Column,
  type Row,
  type ShownColumn,
} from './columns';
import { useListView, type ViewOf } from './list_view';

interface Look {
  columns: Chosen[];
  orderBy: string;
}

const usual: Look = { columns: [], orderBy: '' };

// A saved filter that has columns or an order of its own.
function lookOf({ columns, orderBy }: SavedFilter): Look | undefined {
  const fields = columns?.fields ?? [];
  if (!fields.length && !orderBy) return undefined;
  return { columns: fields.map((field) => ({ field, width: 0 })), orderBy };
}

// Which columns are shown, and in which order the rows are: as the user has chosen it, or as a saved filter says while
// it is looked at. What is changed then is not kept.
export function useShown<T extends Row>(all: Column<T>[], of: ViewOf) {
  const { isKnown, view, change } = useListView(of);
  const [ofFilter, setOfFilter] = useState<Look>();
  const { columns, orderBy }: Look = ofFilter ?? view ?? usual;
  const shown = useMemo(() => shownColumns(all, columns), [all, columns]);
  const look = (now: Look) => (ofFilter ? setOfFilter(now) : change(now.columns, now.orderBy));
  const show = (now: ShownColumn<T>[]) => look({ columns: chosenOf(now), orderBy });
  const named = (name: string) => shown.find(({ column }) => column.name === name);
  return {
    ...{ isKnown, shown, orderBy, show },
    order: (now: string) => look({ columns, orderBy: now }),
    reset: () => look({ columns: [], orderBy }),
    resize: (name: string, px: number) => show(withWidth(shown, name, px)),
    move: (name: string, step: 1 | -1) => {
      const each = named(name);
      if (each) show(moved(shown, each, step));
    },
    hide: (name: string) => {
      const each = named(name);
      if (each) show(toggled(shown, each.column));
    },
    replace: (name: string, target: string) => {
      const [dragged, at] = [named(name), named(target)];
      if (dragged && at) show(placedAt(shown, dragged, at));
    },
    lookAs: (saved: SavedFilter | undefined) => setOfFilter(saved && lookOf(saved)),
  };
}
