import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useTranslation } from 'react-i18next';
import { BoardPage } from '../board/BoardPage';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { currentBoardPath, rememberPipeline } from '../pipelines/paths';
import { usePipelines } from '../pipelines/pipelines';
import { Empty } from './Empty';

const TasksPage = lazy(() => import('../tasks/TasksPage').then((module) => ({ default: module.TasksPage })));
const OffersPage = lazy(() => import('../offers/OffersPage').then((module) => ({ default: module.OffersPage })));

function Start() {
  const { t } = useTranslation();
  const { data } = usePipelines();
  if (!data) return null;
  if (data.length === 0) return <Empty title={t('board.noPipelines')} hint={t('board.noPipelinesHint')} />;
  return <Redirect to={currentBoardPath(data)} replace />;
}

// The screen of a path, which is the address' unless a deal is open over it.
export function Screens({ screen, user }: { screen: string; user: User }) {
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
          <Start />
        </Route>
      </Switch>
    </Suspense>
  );
}
