import { Button, TextInput } from '@mantine/core';
import { Code } from '@connectrpc/connect';
import { useState, type SubmitEvent } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { Problem } from '../components/Problem';
import { showToast } from '../components/toasts';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { chooseLanguage } from '../i18n/i18n';
import { isLanguage } from '../i18n/language';
import { useTranslation } from '../i18n/translation';
import { useAccount } from '../people/account';
import { LanguageSelect } from '../people/LanguageSelect';
import { roleName } from '../people/roles';
import { useUserEdit } from '../people/user_edit';
import { changesOf, otherProblem, userProblems, type UserFields } from '../people/user_fields';
import { ZoneSelect } from '../people/ZoneSelect';
import styles from '../style/form.module.css';

// The user's own name, language and time zone. The rest is an admin's to change.
export function OwnFields({ user }: { user: User }) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const account = useAccount();
  const [typed, setTyped] = useState<Partial<UserFields>>({});
  const saved = (changed: User) => {
    const locale = changed.locale || account?.locale;
    if (changed.locale !== user.locale && isLanguage(locale)) void chooseLanguage(locale);
    setTyped({});
    showToast(t('people.saved'), 'good');
  };
  const edit = useUserEdit(user, saved);
  const refusal = edit.error && refusalOf(edit.error);
  const isForbidden = refusal?.code === Code.PermissionDenied;
  const problems = userProblems(refusal);
  const other = refusal?.reason === 'STALE_ETAG' ? t('people.changedMeanwhile') : otherProblem(refusal);
  const shown = isForbidden ? user : { ...user, ...typed };
  const change = (changed: Partial<UserFields>) => setTyped({ ...typed, ...changed });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const changes = changesOf(user, typed);
    if (!changes.paths.length) return saved(user);
    edit.mutate({ ...changes, requestId: requestId([changes, user.etag]) });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('people.name')}
        description={t('people.nameHint')}
        value={shown.displayName}
        onChange={(event) => change({ displayName: event.currentTarget.value })}
        error={problems.displayName}
        maxLength={100}
        autoComplete="name"
        readOnly={isForbidden}
        required
        withAsterisk={false}
      />
      <LanguageSelect
        value={shown.locale}
        onChange={(locale) => change({ locale })}
        error={problems.locale}
        disabled={isForbidden}
      />
      <ZoneSelect
        value={shown.timeZone}
        onChange={(timeZone) => change({ timeZone })}
        error={problems.timeZone}
        disabled={isForbidden}
      />
      <p className={styles.explanation}>{t('profile.fixed', { login: user.login, role: t(roleName(user.role)) })}</p>
      <Problem>{other && isForbidden ? t('profile.askAdmin') : other}</Problem>
      {!isForbidden && (
        <div className={styles.buttons}>
          <Button type="submit" loading={edit.isPending}>
            {t('actions.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
