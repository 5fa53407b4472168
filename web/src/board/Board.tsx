import { useRef, useState } from 'react';
import { Empty } from '../components/Empty';
import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { useAutoScroll } from './auto_scroll';
import styles from './Board.module.css';
import type { BoardFilter } from './board_filter';
import type { Layout } from './board_query';
import { BoardKeys } from './BoardKeys';
import { useCollapsed } from './collapsed';
import { Column } from './Column';
import { useDragVerdicts } from './drag_verdicts';
import { EmptyBoard } from './EmptyBoard';
import { StageSwitch } from './StageSwitch';
import { useColumns, useTotals } from './use_columns';

interface BoardProps {
  layout: Layout;
  filter: BoardFilter;
  // On a phone: one column at a time.
  narrow: boolean;
}

export function Board({ layout, filter, narrow }: BoardProps) {
  const { t } = useTranslation();
  const columns = useColumns(filter, layout);
  const totalOf = useTotals(filter, layout);
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState(layout.pipeline.stages[0]?.key);
  const [collapsed, toggle] = useCollapsed(layout.pipeline.key);
  useDragVerdicts(layout.pipeline);
  useAutoScroll(scroller);

  const { stages } = layout.pipeline;
  const visible = narrow ? stages.filter((stage) => stage.key === chosen) : stages;
  // Cards may be there before the totals are: what moves them must not go only then.
  const isEmpty = stages.every(({ key }) => {
    const { deals, isPartial } = totalOf(key);
    return deals === 0 && !isPartial && !columns.get(key)?.length;
  });
  const isCollapsed = (stage: Stage) => !narrow && collapsed.has(stage.key);
  return (
    <>
      {narrow && <StageSwitch stages={stages} totalOf={totalOf} chosen={chosen} onChoose={choose} />}
      {isEmpty && filter.condition && <Empty title={t('filters.noneFound')} hint={t('filters.noneFoundHint')} />}
      {isEmpty && !filter.condition && (
        <EmptyBoard pipeline={layout.pipeline.key} isOwn={filter.responsible !== undefined} />
      )}
      <BoardKeys stages={visible.filter((stage) => !isCollapsed(stage))} columns={columns}>
        <div className={styles.board} ref={scroller}>
          {visible.map((stage) => (
            <Column
              key={stage.key}
              stage={stage}
              deals={columns.get(stage.key) ?? []}
              total={totalOf(stage.key)}
              filter={filter}
              nextPage={layout.nextPages.get(stage.key)}
              collapsed={isCollapsed(stage)}
              toggle={narrow ? undefined : toggle}
            />
          ))}
        </div>
      </BoardKeys>
    </>
  );
}
