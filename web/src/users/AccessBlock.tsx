import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { Dialog } from '../components/Dialog';
import { User_State, type User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import styles from './AccessBlock.module.css';
import { DisableForm } from './DisableForm';
import { EnableButton } from './EnableButton';
import { NewLink } from './NewLink';
import { RemoveFactorForm } from './RemoveFactorForm';
import { ResetForm } from './ResetForm';
import { StateBadge } from '../people/StateBadge';

type Asked = 'invitation' | 'reset' | 'factor' | 'disable';

interface AskedFormProps {
  asked: Asked;
  user: User;
  close: () => void;
}

function AskedForm({ asked, user, close }: AskedFormProps) {
  if (asked === 'invitation') return <NewLink user={user} close={close} />;
  if (asked === 'reset') return <ResetForm user={user} close={close} />;
  if (asked === 'factor') return <RemoveFactorForm user={user} close={close} />;
  return <DisableForm user={user} close={close} />;
}

function PasswordButton({ user, ask }: { user: User; ask: (asked: Asked) => void }) {
  const { t } = useTranslation();
  if (user.state === User_State.DISABLED) return null;
  const asked = user.state === User_State.INVITED ? 'invitation' : 'reset';
  return (
    <Button variant="default" size="sm" onClick={() => ask(asked)}>
      {t(`users.${asked}`)}
    </Button>
  );
}

// How the user logs in, and whether they may.
export function AccessBlock({ user, isOwn }: { user: User; isOwn: boolean }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  return (
    <>
      <p className={styles.state}>
        <StateBadge state={user.state} /> {t(user.totpEnabled ? 'users.asksCode' : 'users.asksNoCode')}
      </p>
      {isOwn && (
        <p className={styles.hint}>
          <Link to="/profile">{t('users.ownAccess')}</Link>
        </p>
      )}
      <div className={styles.buttons}>
        {!isOwn && <PasswordButton user={user} ask={setAsked} />}
        {!isOwn && user.totpEnabled && (
          <Button variant="default" size="sm" onClick={() => setAsked('factor')}>
            {t('users.factorRemove')}
          </Button>
        )}
        {user.state === User_State.DISABLED ? (
          <EnableButton user={user} />
        ) : (
          <Button variant="default" size="sm" className={styles.danger} onClick={() => setAsked('disable')}>
            {t('users.disable')}
          </Button>
        )}
      </div>
      <Dialog
        opened={asked !== undefined}
        title={asked && t(`users.${asked}Title`, { name: user.displayName })}
        close={close}
      >
        {asked && <AskedForm asked={asked} user={user} close={close} />}
      </Dialog>
    </>
  );
}
