import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useTranslation } from 'react-i18next';
import { BoardPage } from '../board/BoardPage';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { boardPath, currentPipeline, rememberPipeline } from '../pipelines/paths';
import { usePipelines } from '../pipelines/pipelines';
import { Empty } from './Empty';

const TasksPage = lazy(() => import('../tasks/TasksPage').then((module) => ({ default: module.TasksPage })));
const OffersPage = lazy(() => import('../offers/OffersPage').then((module) => ({ default: module.OffersPage })));

function Start({ isUnderDeal }: { isUnderDeal: boolean }) {
  const { t } = useTranslation();
  const { data } = usePipelines();
  if (!data) return null;
  const first = currentPipeline(data);
  if (!first) return <Empty title={t('board.noPipelines')} hint={t('board.noPipelinesHint')} />;
  // Under a deal whose address was opened the address stays.
  return isUnderDeal ? <BoardPage pipeline={first.key} /> : <Redirect to={boardPath(first.key)} replace />;
}

interface ScreensProps {
  screen: string;
  isUnderDeal: boolean;
  user: User;
}

// The screen of a path, which is the address' unless a deal is open over it.
export function Screens({ screen, isUnderDeal, user }: ScreensProps) {
  return (
    <Suspense>
      <Switch location={screen}>
        <Route path="/board/:pipeline">
          {({ pipeline }) => {
            rememberPipeline(pipeline);
            return <BoardPage key={pipeline} pipeline={pipeline} />;
          }}
        </Route>
        <Route path="/tasks">
          <TasksPage user={user} />
        </Route>
        <Route path="/offers">
          <OffersPage />
        </Route>
        <Route>
          <Start isUnderDeal={isUnderDeal} />
        </Route>
      </Switch>
    </Suspense>
  );
}
