import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../api/refusal';
import { LanguageSwitch } from '../i18n/LanguageSwitch';
import { Logo } from '../shell/Logo';
import { logIn } from './authentication';
import styles from './LoginPage.module.css';

export function LoginPage() {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setError('');
    try {
      await logIn(String(form.get('login')).trim(), String(form.get('password')));
    } catch (thrown) {
      setError(refusalOf(thrown).message);
      setBusy(false);
    }
  };

  return (
    <main className={styles.page}>
      <form className={styles.form} onSubmit={submit}>
        <h1 className={styles.title}>
          <Logo /> {t('app.name')}
        </h1>
        <p className={styles.tagline}>{t('app.tagline')}</p>
        <TextInput name="login" label={t('session.login')} autoComplete="username" size="md" required autoFocus />
        <PasswordInput
          name="password"
          label={t('session.password')}
          autoComplete="current-password"
          size="md"
          required
        />
        <p className={styles.error} role="alert">
          {error}
        </p>
        <Button type="submit" size="md" fullWidth loading={busy}>
          {t('session.enter')}
        </Button>
      </form>
      <LanguageSwitch />
    </main>
  );
}
