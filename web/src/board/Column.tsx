import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { memo, useEffect, useRef, useState } from 'react';
import { cardStore } from '../cards/card_store';
import { deferred } from '../components/deferred';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Stage_Kind, type Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { moveDeal } from '../moves/moves';
import { isFinal } from '../rules/violations';
import type { BoardFilter } from './board_filter';
import type { NextPage } from './board_query';
import { CardList } from './CardList';
import styles from './Column.module.css';
import { ColumnHeader } from './ColumnHeader';
import { dragVerdict, useDragVerdict } from './drag_verdicts';
import { QuickAdd } from './QuickAdd';
import { SearchOn } from './SearchOn';
import type { Total } from './totals';

// With the words of rules, which a board without any does not need.
const dragHint = deferred(async () => (await import('../rules/DragHint')).DragHint);

interface ColumnProps {
  stage: Stage;
  deals: Deal[];
  total: Total;
  filter: BoardFilter;
  nextPage: NextPage | undefined;
  // Only its name and totals are shown; a card can still be dropped on it.
  collapsed: boolean;
  // Collapses or opens a stage's column. Undefined on a phone, which shows one column.
  toggle: ((stage: string) => void) | undefined;
}

function useDropTarget(stage: Stage) {
  const element = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!element.current) return undefined;
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => typeof source.data.dealId === 'bigint',
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        const deal = cardStore.card(source.data.dealId as bigint)?.deal;
        if (deal) moveDeal(deal, stage, { known: dragVerdict(stage.key) });
      },
    });
  }, [stage]);
  return { element, over };
}

type ContentProps = Pick<ColumnProps, 'stage' | 'deals' | 'total' | 'filter' | 'nextPage'>;

function Content({ stage, deals, total, filter, nextPage }: ContentProps) {
  const { t } = useTranslation();
  // The service has not found any so far, and has not looked at all.
  const searchesOn = filter.condition !== undefined && nextPage !== undefined && deals.length === 0;
  return (
    <>
      {stage.kind === Stage_Kind.OPEN && <QuickAdd stage={stage} pipeline={filter.pipeline} />}
      {deals.length > 0 ? (
        <CardList stage={stage} deals={deals} filter={filter} nextPage={nextPage} />
      ) : (
        // Where there are deals, their cards are being loaded.
        total.deals <= 0 && !searchesOn && <p className={styles.empty}>{t('board.empty')}</p>
      )}
      {searchesOn && <SearchOn stage={stage} filter={filter} nextPage={nextPage} />}
    </>
  );
}

export const Column = memo(function Column({ stage, total, collapsed, toggle, ...content }: ColumnProps) {
  const { element, over } = useDropTarget(stage);
  const violations = useDragVerdict(stage.key);
  return (
    <section
      ref={element}
      className={styles.column}
      data-over={over}
      data-collapsed={collapsed}
      data-refuses={violations?.some(isFinal)}
      aria-label={stage.name}
      data-stage={stage.key}
    >
      <ColumnHeader
        stage={stage}
        pipeline={content.filter.pipeline}
        total={total}
        collapsed={collapsed}
        toggle={toggle}
      />
      {!collapsed && violations && violations.length > 0 && <dragHint.Component violations={violations} />}
      {!collapsed && <Content stage={stage} total={total} {...content} />}
    </section>
  );
});
