import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { users } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { onEscape } from '../components/escape';
import { Problem } from '../components/Problem';
import { CodeField } from '../credentials/CodeField';
import { PasswordField } from '../credentials/PasswordField';
import { useTranslation } from '../i18n/translation';
import { putPerson } from '../people/people';
import { learnOwn } from '../session/authentication';
import styles from '../style/form.module.css';
import { LoginForManagers } from './LoginForManagers';

export function RemoveForm({ login, done }: { login: string; done: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isRecovery, setRecovery] = useState(false);
  const remove = useMutation({
    mutationFn: () => users.removeTotp({ requestId: requestId([password, code]), password, code }),
    onSuccess: (user) => {
      putPerson(client, user);
      learnOwn(user);
      done();
    },
  });
  const refusal = remove.error && refusalOf(remove.error);
  const about = (reason: string) => (refusal?.reason === reason ? refusal.message : undefined);
  const problems = { password: about('WRONG_PASSWORD'), code: about('CODE_WRONG') };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    remove.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={onEscape(done)}>
      <p className={styles.explanation}>{t('profile.removeEffect')}</p>
      <LoginForManagers login={login} />
      <PasswordField
        label={t('profile.yourPassword')}
        value={password}
        onChange={setPassword}
        error={problems.password}
        autoFocus
      />
      <CodeField
        key={String(isRecovery)}
        value={code}
        onChange={setCode}
        error={problems.code}
        isRecovery={isRecovery}
      />
      <Problem>{refusal && !problems.password && !problems.code && refusal.message}</Problem>
      <div className={styles.buttons}>
        <Button variant="subtle" onClick={() => setRecovery(!isRecovery)}>
          {t(isRecovery ? 'session.withApp' : 'session.withRecovery')}
        </Button>
        <Button variant="default" onClick={done}>
          {t('actions.cancel')}
        </Button>
        <Button type="submit" color="red.8" loading={remove.isPending}>
          {t('profile.removeFactor')}
        </Button>
      </div>
    </form>
  );
}
