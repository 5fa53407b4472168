import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { refusalOf } from '../api/refusal';
import { Failure } from '../shell/Failure';
import { usePipeline } from '../pipelines/pipelines';
import { PageHeader } from '../shell/PageHeader';
import { Board } from './Board';
import { BoardSkeleton } from './BoardSkeleton';
import { useBoard } from './board_query';
import { PipelineSwitch } from './PipelineSwitch';
import { initialWhose, rememberWhose, wantedOf, type Whose } from './whose';
import { WhoseFilter } from './WhoseFilter';

export function BoardPage({ pipeline }: { pipeline: string }) {
  const { t } = useTranslation();
  const [whose, setWhose] = useState(initialWhose);
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const wanted = useMemo(() => wantedOf(pipeline, whose), [pipeline, whose]);
  const board = useBoard(wanted);
  const name = usePipeline(pipeline)?.name ?? '';

  const choose = (chosen: Whose) => {
    rememberWhose(chosen);
    setWhose(chosen);
  };
  return (
    <>
      <PageHeader title={narrow ? <PipelineSwitch current={pipeline} /> : name}>
        <WhoseFilter value={whose} onChange={choose} />
      </PageHeader>
      {board.isPending && <BoardSkeleton narrow={narrow} />}
      {board.isError && <Failure text={refusalOf(board.error).message} retry={() => void board.refetch()} />}
      {board.data && <Board key={pipeline} layout={board.data} wanted={wanted} narrow={narrow} />}
      <p id="board-keys" hidden>
        {t('keys.hint')}
      </p>
    </>
  );
}
