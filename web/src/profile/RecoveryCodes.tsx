import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Copyable } from '../components/Copyable';
import { download } from '../components/download';
import { useTranslation } from '../i18n/translation';
import form from '../style/form.module.css';
import styles from './RecoveryCodes.module.css';

interface RecoveryCodesProps {
  login: string;
  codes: string[];
  done: () => void;
}

// A page that is left before the codes are kept asks first.
function useAskBeforeLeaving(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
}

// The codes for a phone that is lost. Nobody can see them again afterwards.
export function RecoveryCodes({ login, codes, done }: RecoveryCodesProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useAskBeforeLeaving();
  useEffect(() => heading.current?.focus(), []);
  const text = `${t('profile.codesFile', { login })}\n\n${codes.join('\n')}\n`;
  return (
    <div className={form.form}>
      <h3 className={styles.heading} ref={heading} tabIndex={-1}>
        {t('profile.codesTitle')}
      </h3>
      <p className={form.explanation}>{t('profile.codesHint')}</p>
      <Copyable
        label={t('profile.codes')}
        text={text}
        actions={
          <Button variant="default" size="sm" onClick={() => download('voronka-recovery-codes.txt', text)}>
            {t('actions.download')}
          </Button>
        }
      >
        {codes.map((code) => (
          <span key={code} className={styles.code}>
            {code}
          </span>
        ))}
      </Copyable>
      <div className={form.buttons}>
        <Button onClick={done}>{t('profile.codesKept')}</Button>
      </div>
    </div>
  );
}
