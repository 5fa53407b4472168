import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { users } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { onEscape } from '../components/escape';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { PasswordField } from '../credentials/PasswordField';
import type { BeginTotpResponse } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import styles from '../style/form.module.css';
import { LoginForManagers } from './LoginForManagers';

interface BeginFormProps {
  login: string;
  begun: (answer: BeginTotpResponse) => void;
  cancel: () => void;
}

// First the password: whoever finds a session open must not lock its user out.
export function BeginForm({ login, begun, cancel }: BeginFormProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const begin = useMutation({ mutationFn: () => users.beginTotp({ password }), onSuccess: begun, gcTime: 0 });
  const refusal = begin.error && refusalOf(begin.error);
  const isWrong = refusal?.reason === 'WRONG_PASSWORD';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    begin.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={onEscape(cancel)}>
      <LoginForManagers login={login} />
      <PasswordField
        label={t('profile.yourPassword')}
        value={password}
        onChange={setPassword}
        error={isWrong ? refusal.message : undefined}
        autoFocus
      />
      <Problem>{refusal && !isWrong && refusal.message}</Problem>
      <FormButtons cancel={cancel}>
        <Button type="submit" loading={begin.isPending}>
          {t('actions.next')}
        </Button>
      </FormButtons>
    </form>
  );
}
