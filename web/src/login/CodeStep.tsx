import { Button } from '@mantine/core';
import { useState } from 'react';
import { CodeField } from '../credentials/CodeField';
import { useTranslation } from '../i18n/translation';
import styles from './LoginPage.module.css';

interface CodeStepProps {
  login: string;
  code: string;
  onChange: (code: string) => void;
  problem?: string;
  back: () => void;
}

// After the password, for a user with a second factor.
export function CodeStep({ login, code, onChange, problem, back }: CodeStepProps) {
  const { t } = useTranslation();
  const [isRecovery, setRecovery] = useState(false);
  const change = () => {
    setRecovery(!isRecovery);
    onChange('');
  };
  return (
    <>
      <p className={styles.explanation}>{t(isRecovery ? 'session.askRecovery' : 'session.askCode', { login })}</p>
      <CodeField
        key={String(isRecovery)}
        value={code}
        onChange={onChange}
        error={problem}
        size="md"
        isRecovery={isRecovery}
        autoFocus
      />
      <div className={styles.ways}>
        <Button variant="subtle" size="compact-sm" onClick={change}>
          {t(isRecovery ? 'session.withApp' : 'session.withRecovery')}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={back}>
          {t('actions.back')}
        </Button>
      </div>
    </>
  );
}
