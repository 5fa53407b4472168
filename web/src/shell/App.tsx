import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { queryClient } from '../api/query_client';
import { deferred } from '../components/deferred';
import { ReloadPrompt } from '../components/ReloadPrompt';
import { Waiting } from '../components/Waiting';
import { Translated, useTranslation } from '../i18n/translation';
import { joinPath } from '../navigation/link_token';
import { sessionState } from '../session/session';
import { useObserved } from '../state/observable';
import { colorSchemes, theme } from '../style/theme';
import { Unreachable } from './Unreachable';

function Starting() {
  const { t } = useTranslation();
  return <Waiting text={t('session.starting')} />;
}

async function loadWorkplace() {
  const { followSession, Workplace } = await import('./Workplace');
  followSession();
  return Workplace;
}

const workplace = deferred(loadWorkplace, { loading: <Starting />, failed: <ReloadPrompt /> });
// Most people are logged in already.
const loginPage = deferred(async () => (await import('../login/LoginPage')).LoginPage, {
  loading: <Starting />,
  failed: <ReloadPrompt />,
});
const joinPage = deferred(async () => (await import('../login/JoinPage')).JoinPage, {
  loading: <Starting />,
  failed: <ReloadPrompt />,
});
// Starts loading at once, while the session is being restored or the user types the password.
if (location.pathname !== joinPath) workplace.load();

function Screen() {
  const [path] = useLocation();
  const state = useObserved(sessionState);
  if (path === joinPath) return <joinPage.Component />;
  if (state.phase === 'signed-out') return <loginPage.Component />;
  if (state.phase === 'unreachable') return <Unreachable />;
  if (state.phase === 'starting') return <Starting />;
  return <workplace.Component key={state.session.user.login} user={state.session.user} />;
}

export function App() {
  return (
    <MantineProvider theme={theme} colorSchemeManager={colorSchemes} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Translated>
          <Screen />
        </Translated>
      </QueryClientProvider>
    </MantineProvider>
  );
}
