import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { users } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { Problem } from '../components/Problem';
import { showToast } from '../components/toasts';
import { NewPasswordFields } from '../credentials/NewPasswordFields';
import { PasswordField } from '../credentials/PasswordField';
import { useNewPassword } from '../credentials/use_new_password';
import { useReloadSessions } from '../devices/session_query';
import { useTranslation } from '../i18n/translation';
import styles from '../style/form.module.css';
import { LoginForManagers } from './LoginForManagers';

export function PasswordForm({ login }: { login: string }) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const reloadSessions = useReloadSessions();
  const [oldPassword, setOldPassword] = useState('');
  const change = useMutation({
    mutationFn: (newPassword: string) => {
      const passwords = { oldPassword, newPassword };
      return users.changePassword({ requestId: requestId(passwords), ...passwords });
    },
    onSuccess: () => {
      chosen.clear();
      setOldPassword('');
      reloadSessions();
      showToast(t('profile.passwordChanged'), 'good');
    },
  });
  const refusal = change.error && refusalOf(change.error);
  const isWrong = refusal?.reason === 'WRONG_PASSWORD';
  const aboutNew = refusal?.fields.new_password;
  const chosen = useNewPassword(aboutNew);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (chosen.isRight()) change.mutate(chosen.password);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <LoginForManagers login={login} />
      <PasswordField
        label={t('profile.oldPassword')}
        value={oldPassword}
        onChange={setOldPassword}
        error={isWrong ? refusal.message : undefined}
      />
      <NewPasswordFields {...chosen.fields} />
      <p className={styles.explanation}>{t('profile.passwordEffect')}</p>
      <Problem>{refusal && !isWrong && !aboutNew && refusal.message}</Problem>
      <div className={styles.buttons}>
        <Button type="submit" loading={change.isPending}>
          {t('profile.changePassword')}
        </Button>
      </div>
    </form>
  );
}
