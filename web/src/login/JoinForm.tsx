import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { passwordLinks } from '../api/public_clients';
import { isUnreachable, refusalOf } from '../api/refusal';
import { NewPasswordFields } from '../credentials/NewPasswordFields';
import { useNewPassword } from '../credentials/use_new_password';
import type { GetPasswordLinkResponse } from '../gen/voronka/crm/v1/session_pb';
import { useTranslation } from '../i18n/translation';
import { knownLogin } from './known_login';
import styles from './LoginPage.module.css';

interface JoinFormProps {
  token: string;
  link: GetPasswordLinkResponse;
}

// The address goes, and with it the token.
function goToLogin(login: string): void {
  knownLogin.set(login);
  navigate('/', { replace: true });
}

export function JoinForm({ token, link }: JoinFormProps) {
  const { t } = useTranslation();
  const redeem = useMutation({
    mutationFn: (newPassword: string) => passwordLinks.redeemPasswordLink({ token, newPassword }),
    onSuccess: ({ login }) => goToLogin(login),
  });
  const refusal = redeem.error && refusalOf(redeem.error);
  const aboutPassword = refusal?.fields.new_password;
  const chosen = useNewPassword(aboutPassword);
  const { displayName: name, accountName: account } = link;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (chosen.isRight()) redeem.mutate(chosen.password);
  };
  // Without an answer the password may have been set, and the link is used up then.
  const isUncertain = redeem.error !== null && isUnreachable(redeem.error);

  return (
    <form className={styles.fields} onSubmit={submit}>
      <h2 className={styles.heading}>{t(link.invitation ? 'join.invited' : 'join.reset', { name, account })}</h2>
      <p className={styles.explanation}>{t('join.choose')}</p>
      <TextInput
        name="login"
        label={t('session.login')}
        value={link.login}
        autoComplete="username"
        size="md"
        readOnly
      />
      <NewPasswordFields {...chosen.fields} size="md" autoFocus />
      <p className={styles.error} role="alert">
        {isUncertain ? t('join.uncertain') : aboutPassword ? '' : refusal?.message}
      </p>
      <Button type="submit" size="md" fullWidth loading={redeem.isPending}>
        {t('join.save')}
      </Button>
      {redeem.isError && !aboutPassword && (
        <Button variant="default" size="md" fullWidth onClick={() => goToLogin(link.login)}>
          {t('join.toLogin')}
        </Button>
      )}
    </form>
  );
}
