import { Redirect, Route, Switch } from 'wouter';
import { deferred } from '../components/deferred';
import { ReloadPrompt } from '../components/ReloadPrompt';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { ownRemarksPath } from '../navigation/remark_path';

const fallbacks = { failed: <ReloadPrompt /> };
const usersPage = deferred(async () => (await import('../users/UsersPage')).UsersPage, fallbacks);
const userPage = deferred(async () => (await import('../users/UserPage')).UserPage, fallbacks);
const accessPage = deferred(async () => (await import('../access_settings/AccessPage')).AccessPage, fallbacks);
const fieldsPage = deferred(async () => (await import('../field_settings/FieldsPage')).FieldsPage, fallbacks);
const pipelinesPage = deferred(
  async () => (await import('../pipeline_settings/PipelinesPage')).PipelinesPage,
  fallbacks,
);
const queuesPage = deferred(async () => (await import('../queue_settings/QueuesPage')).QueuesPage, fallbacks);
const formsPage = deferred(async () => (await import('../form_settings/FormsPage')).FormsPage, fallbacks);
const configurationPage = deferred(
  async () => (await import('../configuration/ConfigurationPage')).ConfigurationPage,
  fallbacks,
);
const firstStepsPage = deferred(async () => (await import('../first_steps/FirstStepsPage')).FirstStepsPage, fallbacks);
const preferencesPage = deferred(
  async () => (await import('../preferences/PreferencesPage')).PreferencesPage,
  fallbacks,
);
const profilePage = deferred(async () => (await import('../profile/ProfilePage')).ProfilePage, fallbacks);
const ownRemarksPage = deferred(async () => (await import('../remarks/OwnRemarksPage')).OwnRemarksPage, fallbacks);

// What is set up, for all or for oneself. Loaded apart from the first screen, which is seldom left for these.
export function SettingsScreens({ screen, user }: { screen: string; user: User }) {
  return (
    <Switch location={screen}>
      <Route path="/users">
        <usersPage.Component user={user} />
      </Route>
      <Route path="/users/:id">{({ id }) => <userPage.Component key={id} id={id} user={user} />}</Route>
      <Route path="/settings/access">
        <accessPage.Component user={user} />
      </Route>
      <Route path="/settings/fields">
        <fieldsPage.Component user={user} />
      </Route>
      <Route path="/settings/pipelines/:pipeline?">
        {({ pipeline }) => <pipelinesPage.Component user={user} pipeline={pipeline} />}
      </Route>
      <Route path="/settings/queues/:queue?">
        {({ queue }) => <queuesPage.Component user={user} address={queue} />}
      </Route>
      <Route path="/settings/forms/:form?">{({ form }) => <formsPage.Component user={user} form={form} />}</Route>
      <Route path="/settings/configuration/:part?/:item?">
        {({ part, item }) => <configurationPage.Component user={user} part={part} item={item} />}
      </Route>
      <Route path="/first-steps">
        <firstStepsPage.Component user={user} />
      </Route>
      <Route path="/notifications">
        <preferencesPage.Component user={user} />
      </Route>
      <Route path="/profile">
        <profilePage.Component user={user} />
      </Route>
      <Route path={ownRemarksPath}>
        <ownRemarksPage.Component userId={user.id} />
      </Route>
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}
