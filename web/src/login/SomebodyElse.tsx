import { Button } from '@mantine/core';
import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { refusalOf } from '../api/refusal';
import type { GetPasswordLinkResponse } from '../gen/voronka/crm/v1/session_pb';
import { useTranslation } from '../i18n/translation';
import { logOut } from '../session/authentication';
import styles from './LoginPage.module.css';

interface SomebodyElseProps {
  // Of the user who is logged in in this browser.
  name: string;
  link: GetPasswordLinkResponse;
}

// The link is for one user, and another one is logged in here: perhaps whoever made the link.
export function SomebodyElse({ name, link }: SomebodyElseProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const leave = async () => {
    setBusy(true);
    setProblem('');
    try {
      await logOut(false);
    } catch (thrown) {
      setProblem(refusalOf(thrown).message);
      setBusy(false);
    }
  };
  return (
    <>
      <h2 className={styles.heading}>{t('join.linkFor', { name: link.displayName })}</h2>
      <p className={styles.explanation}>{t('join.somebodyElse', { name })}</p>
      <p className={styles.error} role="alert">
        {problem}
      </p>
      <Button size="md" fullWidth loading={busy} onClick={() => void leave()}>
        {t('session.logOut')}
      </Button>
      <Button variant="default" size="md" fullWidth onClick={() => navigate('/', { replace: true })}>
        {t('join.stay', { name })}
      </Button>
    </>
  );
}
