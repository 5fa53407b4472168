import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useObserved } from '../state/observable';
import { queryClient } from '../state/query_client';
import { LoginPage } from '../session/LoginPage';
import { sessionState } from '../session/session';
import { theme } from '../style/theme';
import { Waiting } from './Waiting';

// Asked for at once: it loads while the session is looked for, or the password typed.
const loading = import('./Workplace');
const Workplace = lazy(async () => ({ default: (await loading).Workplace }));

function Screen() {
  const { t } = useTranslation();
  const state = useObserved(sessionState);
  if (state.phase === 'signed-out') return <LoginPage />;
  if (state.phase === 'unreachable') return <Waiting text={t('session.unreachable')} />;
  if (state.phase === 'starting') return <Waiting text={t('session.starting')} />;
  return (
    <Suspense fallback={<Waiting text={t('session.starting')} />}>
      <Workplace key={String(state.session.user.id)} user={state.session.user} />
    </Suspense>
  );
}

export function App() {
  return (
    <MantineProvider theme={theme} forceColorScheme="light">
      <QueryClientProvider client={queryClient}>
        <Screen />
      </QueryClientProvider>
    </MantineProvider>
  );
}
