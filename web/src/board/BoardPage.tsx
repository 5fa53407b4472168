import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../api/refusal';
import { currentUserId, leads } from '../people/people';
import { currentSession } from '../session/session';
import { Failure } from '../shell/Failure';
import { PageHeader } from '../shell/PageHeader';
import { Board } from './Board';
import { BoardSkeleton } from './BoardSkeleton';
import { useBoard } from './board_query';
import type { Wanted } from './columns';
import { PipelineSwitch } from './PipelineSwitch';
import { rememberedWhose, rememberWhose, type Whose } from './whose';
import { WhoseFilter } from './WhoseFilter';

function initialWhose(): Whose {
  const user = currentSession()?.user;
  return rememberedWhose() ?? (user && leads(user) ? 'all' : 'mine');
}

export function BoardPage({ pipeline }: { pipeline: string }) {
  const { t } = useTranslation();
  const [whose, setWhose] = useState(initialWhose);
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const wanted = useMemo<Wanted>(
    () => ({ pipeline, responsible: whose === 'mine' ? currentUserId() : undefined }),
    [pipeline, whose],
  );
  const board = useBoard(wanted);

  const choose = (chosen: Whose) => {
    rememberWhose(chosen);
    setWhose(chosen);
  };
  return (
    <>
      <PageHeader title={narrow ? <PipelineSwitch current={pipeline} /> : (board.data?.pipeline.name ?? '')}>
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
