import { useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import type { BoardFilter } from './board_filter';
import { loadNextPage, type NextPage } from './board_query';
import { focusEvent, useFocused } from './BoardKeys';
import { Card } from './Card';
import styles from './CardList.module.css';

interface CardListProps {
  stage: Stage;
  deals: Deal[];
  filter: BoardFilter;
  nextPage: NextPage | undefined;
}

const cardPx = 96;
const gapPx = 8;
const loadAhead = 15;

// Scrolls to the requested card, and focuses it as soon as it is rendered.
function useFocusRequests(deals: Deal[], scrollToIndex: (index: number) => void) {
  useEffect(() => {
    const listen = (event: Event) => {
      const { detail: dealId } = event as CustomEvent<bigint>;
      const index = deals.findIndex((deal) => deal.id === dealId);
      if (index < 0) return;
      scrollToIndex(index);
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-deal="${dealId}"]`)?.focus());
    };
    addEventListener(focusEvent, listen);
    return () => removeEventListener(focusEvent, listen);
  }, [deals, scrollToIndex]);
}

// Loads the next page before the user scrolls to it.
function usePaging({ deals, filter, stage, nextPage }: CardListProps, lastDrawn: number) {
  const client = useQueryClient();
  const asked = useRef<NextPage>(undefined);
  useEffect(() => {
    if (!nextPage || asked.current === nextPage || lastDrawn < deals.length - loadAhead) return;
    asked.current = nextPage;
    loadNextPage(client, filter, stage.key, nextPage).catch(() => (asked.current = undefined));
  }, [client, deals.length, lastDrawn, nextPage, stage.key, filter]);
}

export function CardList(props: CardListProps) {
  const { deals, stage } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const focused = useFocused();
  const virtualizer = useVirtualizer({
    count: deals.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardPx,
    getItemKey: (index) => String(deals[index]?.id),
    gap: gapPx,
    overscan: 3,
  });
  const items = virtualizer.getVirtualItems();
  useFocusRequests(deals, virtualizer.scrollToIndex);
  usePaging(props, items.at(-1)?.index ?? 0);
  const tabStop = deals.some((deal) => deal.id === focused) ? focused : deals[0]?.id;

  return (
    <div ref={scroller} className={styles.scroller}>
      <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const deal = deals[index];
          return (
            deal && (
              <li
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className={styles.item}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Card dealId={deal.id} stage={stage} tabStop={deal.id === tabStop} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
