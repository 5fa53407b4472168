import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { Translated, useTranslation } from '../i18n/translation';
import { useObserved } from '../state/observable';
import { queryClient } from '../state/query_client';
import { LoginPage } from '../session/LoginPage';
import { sessionState } from '../session/session';
import { theme } from '../style/theme';
import { deferred } from './deferred';
import { Starting } from './Starting';
import { Unloaded } from './Unloaded';
import { Waiting } from './Waiting';

async function loadWorkplace() {
  const { followSession, Workplace } = await import('./Workplace');
  followSession();
  return Workplace;
}

const workplace = deferred(loadWorkplace, { whileAway: <Starting />, onFailure: <Unloaded /> });
// Asked for at once: it loads while the session is looked for, or the password typed.
workplace.load();

function Screen() {
  const { t } = useTranslation();
  const state = useObserved(sessionState);
  if (state.phase === 'signed-out') return <LoginPage />;
  if (state.phase === 'unreachable') return <Waiting text={t('session.unreachable')} />;
  if (state.phase === 'starting') return <Starting />;
  return <workplace.Component key={state.session.user.login} user={state.session.user} />;
}

export function App() {
  return (
    <MantineProvider theme={theme} forceColorScheme="light">
      <QueryClientProvider client={queryClient}>
        <Translated>
          <Screen />
        </Translated>
      </QueryClientProvider>
    </MantineProvider>
  );
}
