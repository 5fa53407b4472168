import { useEffect, useState } from 'react';
import { Logo } from '../components/Logo';
import { useTranslation } from '../i18n/translation';
import { keptByLogin, type KeptChange } from '../outbox/storage';
import { WaitingCounts } from '../outbox/WaitingCounts';
import styles from './Unreachable.module.css';

type Kept = Map<string, KeptChange[]>;

function useKept(): Kept {
  const [kept, setKept] = useState<Kept>(new Map());
  useEffect(() => {
    keptByLogin().then(setKept, () => undefined);
  }, []);
  return kept;
}

// In place of everything while nobody knows who the user is. Whose changes wait is said where several people use the
// browser.
export function Unreachable() {
  const { t } = useTranslation();
  const kept = useKept();
  return (
    <div className={styles.page} role="status">
      <Logo size={44} />
      <strong>{t('session.unreachable')}</strong>
      <p>{t('session.goesOn')}</p>
      {[...kept].map(([login, changes]) => (
        <p key={login} className={styles.waiting}>
          {kept.size > 1 && <bdi>{login}</bdi>}
          <WaitingCounts changes={changes} />
        </p>
      ))}
    </div>
  );
}
