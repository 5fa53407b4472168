import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useFailure } from '../api/use_failure';
import { Failure } from '../components/Failure';
import { useTranslation } from '../i18n/translation';
import { FilterSaid } from '../filters/FilterBar';
import { FilterButton } from '../filters/FilterButton';
import { useLinkedFilter } from '../filters/linked_filter';
import { boardPath } from '../navigation/board_path';
import { tablePath } from '../navigation/table_path';
import { PageHeader } from '../page/PageHeader';
import { ViewSwitch } from '../page/ViewSwitch';
import { usePipeline } from '../pipelines/pipelines';
import { Board } from './Board';
import styles from './Board.module.css';
import { filterOf, initialWhose, rememberWhose, type Whose } from './board_filter';
import { BoardSkeleton } from './BoardSkeleton';
import { useBoard } from './board_query';
import { PipelineSwitch } from './PipelineSwitch';
import { WhoseFilter } from './WhoseFilter';

export function BoardPage({ pipeline }: { pipeline: string }) {
  const { t } = useTranslation();
  const [whose, setWhose] = useState(initialWhose);
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const [condition, setCondition] = useLinkedFilter();
  const filter = useMemo(() => filterOf(pipeline, whose, condition), [pipeline, whose, condition]);
  const board = useBoard(filter);
  const failure = useFailure(board);
  const name = usePipeline(pipeline)?.name ?? '';

  const choose = (chosen: Whose) => {
    rememberWhose(chosen);
    setWhose(chosen);
  };
  const filtering = { filter: condition, onFilter: setCondition };
  return (
    <>
      <PageHeader title={narrow ? <PipelineSwitch current={pipeline} /> : name}>
        <FilterButton {...filtering} />
        <WhoseFilter value={whose} onChange={choose} />
        <ViewSwitch
          views={[
            { kind: 'board', path: boardPath(pipeline) },
            { kind: 'table', path: tablePath(pipeline) },
          ]}
          current="board"
        />
      </PageHeader>
      {condition && (
        <div className={styles.said}>
          <FilterSaid {...filtering} />
        </div>
      )}
      {board.isPending && !failure && <BoardSkeleton narrow={narrow} />}
      {failure && <Failure {...failure} />}
      {board.data && <Board key={pipeline} layout={board.data} filter={filter} narrow={narrow} />}
      <p id="board-keys" hidden>
        {t('keys.hint')}
      </p>
    </>
  );
}
