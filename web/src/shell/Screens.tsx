import { Redirect, Route, Switch } from 'wouter';
import { useFailure } from '../api/use_failure';
import { BoardPage } from '../board/BoardPage';
import { deferred } from '../components/deferred';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { ReloadPrompt } from '../components/ReloadPrompt';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { boardPath, currentPipeline, rememberPipeline } from '../navigation/board_path';
import { usePipelines } from '../pipelines/pipelines';

const fallbacks = { failed: <ReloadPrompt /> };
const tasksPage = deferred(async () => (await import('../tasks/TasksPage')).TasksPage, fallbacks);
const dealTable = deferred(async () => (await import('../tables/DealTablePage')).DealTablePage, fallbacks);
const taskTable = deferred(async () => (await import('../tables/TaskTablePage')).TaskTablePage, fallbacks);
const heldFormsPage = deferred(async () => (await import('../held_forms/HeldFormsPage')).HeldFormsPage, fallbacks);
const unsortedPage = deferred(async () => (await import('../unsorted/UnsortedPage')).UnsortedPage, fallbacks);
const offersPage = deferred(async () => (await import('../offers/OffersPage')).OffersPage, fallbacks);
const clientScreens = deferred(async () => (await import('../client_pages/ClientScreens')).ClientScreens, fallbacks);
const settingsScreens = deferred(async () => (await import('./SettingsScreens')).SettingsScreens, fallbacks);

function Start({ isUnderDeal }: { isUnderDeal: boolean }) {
  const { t } = useTranslation();
  const pipelines = usePipelines();
  const failure = useFailure(pipelines);
  const { data } = pipelines;
  if (!data) return failure && <Failure {...failure} />;
  const first = currentPipeline(data);
  if (!first) return <Empty title={t('board.noPipelines')} hint={t('board.noPipelinesHint')} />;
  // When a deal's address was opened directly, keep the address and show the board underneath.
  return isUnderDeal ? <BoardPage pipeline={first.key} /> : <Redirect to={boardPath(first.key)} replace />;
}

interface ScreensProps {
  screen: string;
  isUnderDeal: boolean;
  user: User;
}

// The screen for a path: the address itself, unless a deal is open over it.
export function Screens({ screen, isUnderDeal, user }: ScreensProps) {
  return (
    <Switch location={screen}>
      <Route path="/board/:pipeline">
        {({ pipeline }) => {
          rememberPipeline(pipeline);
          return <BoardPage key={pipeline} pipeline={pipeline} />;
        }}
      </Route>
      <Route path="/table">
        <dealTable.Component pipeline="" />
      </Route>
      <Route path="/table/:pipeline">
        {({ pipeline }) => {
          rememberPipeline(pipeline);
          return <dealTable.Component pipeline={pipeline} />;
        }}
      </Route>
      <Route path="/tasks/table">
        <taskTable.Component />
      </Route>
      <Route path="/tasks">
        <tasksPage.Component user={user} />
      </Route>
      <Route path="/unsorted">
        <unsortedPage.Component user={user} />
      </Route>
      <Route path="/offers">
        <offersPage.Component />
      </Route>
      <Route path="/held-forms">
        <heldFormsPage.Component />
      </Route>
      <Route path={/^\/(companies|contacts)(\/|$)/}>
        <clientScreens.Component screen={screen} />
      </Route>
      <Route path={/^\/(users|settings|first-steps|notifications|profile|remarks)(\/|$)/}>
        <settingsScreens.Component screen={screen} user={user} />
      </Route>
      <Route>
        <Start isUnderDeal={isUnderDeal} />
      </Route>
    </Switch>
  );
}
