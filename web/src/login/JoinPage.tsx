import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { passwordLinks } from '../api/public_clients';
import { refusalOf } from '../api/refusal';
import { Failure } from '../components/Failure';
import { Waiting } from '../components/Waiting';
import type { GetPasswordLinkResponse } from '../gen/voronka/crm/v1/session_pb';
import { chooseLanguage } from '../i18n/i18n';
import { chosenLanguage, isLanguage } from '../i18n/language';
import { useTranslation } from '../i18n/translation';
import { useLinkToken } from '../navigation/link_token';
import { sessionState } from '../session/session';
import { useObserved } from '../state/observable';
import { DeadLink } from './DeadLink';
import { JoinForm } from './JoinForm';
import { LoginFrame } from './LoginFrame';
import { SomebodyElse } from './SomebodyElse';

const deadReasons = ['LINK_INVALID', 'LINK_EXPIRED'];

function usePasswordLink(token: string) {
  return useQuery({
    queryKey: ['password-link', token],
    queryFn: () => passwordLinks.getPasswordLink({ token }),
    enabled: token !== '',
    // Somebody waits in front of the page, and links that do not work are counted.
    retry: false,
  });
}

// As the user reads, unless another language has been chosen in this browser.
function useLanguageOf(link: GetPasswordLinkResponse | undefined): void {
  const locale = link?.locale;
  useEffect(() => {
    if (isLanguage(locale) && !chosenLanguage()) void chooseLanguage(locale);
  }, [locale]);
}

function Opened({ token }: { token: string }) {
  const { t } = useTranslation();
  const session = useObserved(sessionState);
  const { data: link, error, refetch } = usePasswordLink(token);
  const isSomebodyElse = session.phase === 'signed-in' && session.session.user.login !== link?.login;
  useLanguageOf(isSomebodyElse ? undefined : link);
  const refusal = error && refusalOf(error);
  if (!token || (refusal && deadReasons.includes(refusal.reason))) return <DeadLink message={refusal?.message} />;
  if (refusal) return <Failure text={refusal.message} retry={() => void refetch()} />;
  if (!link || session.phase === 'starting') return <Waiting text={t('session.starting')} />;
  if (isSomebodyElse) return <SomebodyElse name={session.session.user.displayName} link={link} />;
  return <JoinForm token={token} link={link} />;
}

function Framed({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return <LoginFrame tagline={t('app.tagline')}>{children}</LoginFrame>;
}

// Where a password link leads: an invitation, or a reset. Needs no session.
export function JoinPage() {
  const token = useLinkToken();
  return (
    <Framed>
      <Opened key={token} token={token} />
    </Framed>
  );
}
