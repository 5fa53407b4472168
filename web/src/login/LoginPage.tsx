import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { refusalOf } from '../api/refusal';
import { Logo } from '../components/Logo';
import { useTranslation } from '../i18n/translation';
import { logIn } from '../session/authentication';
import { LanguageSwitch } from './LanguageSwitch';
import styles from './LoginPage.module.css';

export function LoginPage() {
  const { t } = useTranslation();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setError('');
    try {
      await logIn(login.trim(), password);
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
        <TextInput
          name="login"
          label={t('session.login')}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          autoComplete="username"
          size="md"
          required
          withAsterisk={false}
          autoFocus
        />
        <PasswordInput
          name="password"
          label={t('session.password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          size="md"
          required
          withAsterisk={false}
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
