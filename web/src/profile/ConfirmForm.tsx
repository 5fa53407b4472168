import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { users } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { Copyable } from '../components/Copyable';
import { onEscape } from '../components/escape';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { CodeField } from '../credentials/CodeField';
import type { BeginTotpResponse } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { putPerson } from '../people/people';
import { learnOwn } from '../session/authentication';
import styles from '../style/form.module.css';
import { QrCode } from './QrCode';

interface ConfirmFormProps {
  begun: BeginTotpResponse;
  confirmed: (recoveryCodes: string[]) => void;
  cancel: () => void;
}

// Groups of four letters are easier to type.
const grouped = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

// The secret goes into the app, and a code from there shows that it has arrived.
export function ConfirmForm({ begun, confirmed, cancel }: ConfirmFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => users.confirmTotp({ code }),
    onSuccess: ({ user, recoveryCodes }) => {
      if (user) {
        putPerson(client, user);
        learnOwn(user);
      }
      confirmed(recoveryCodes);
    },
    gcTime: 0,
  });
  const refusal = confirm.error && refusalOf(confirm.error);
  const isWrong = refusal?.reason === 'CODE_WRONG';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={onEscape(cancel)}>
      <p className={styles.explanation}>{t('profile.scan')}</p>
      <QrCode text={begun.uri} label={t('profile.qr')} />
      <p className={styles.explanation}>{t('profile.typeSecret')}</p>
      <Copyable label={t('profile.secret')} text={begun.secret}>
        {grouped(begun.secret)}
      </Copyable>
      <CodeField value={code} onChange={setCode} error={isWrong ? refusal.message : undefined} autoFocus />
      <Problem>{refusal && !isWrong && refusal.message}</Problem>
      <FormButtons cancel={cancel}>
        <Button type="submit" loading={confirm.isPending}>
          {t('profile.turnOn')}
        </Button>
      </FormButtons>
    </form>
  );
}
