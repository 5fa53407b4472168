import { Button } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { Problem } from '../components/Problem';
import { showToast } from '../components/toasts';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { LanguageSelect } from '../people/LanguageSelect';
import { useUserEdit } from '../people/user_edit';
import { changesOf, otherProblem, userProblems, type UserFields } from '../people/user_fields';
import { ZoneSelect } from '../people/ZoneSelect';
import styles from '../style/form.module.css';
import { DeputySelect, LoginInput, NameInput, RoleSelect, TeamSelect } from './UserInputs';

export function UserForm({ user }: { user: User }) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const [typed, setTyped] = useState<Partial<UserFields>>({});
  const saved = () => {
    setTyped({});
    showToast(t('people.saved'), 'good');
  };
  const edit = useUserEdit(user, saved);
  const refusal = edit.error && refusalOf(edit.error);
  const problems = userProblems(refusal);
  const other = refusal?.reason === 'STALE_ETAG' ? t('people.changedMeanwhile') : otherProblem(refusal);
  const shown = { ...user, ...typed };
  const change = (changed: Partial<UserFields>) => setTyped({ ...typed, ...changed });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const changes = changesOf(user, typed);
    if (!changes.paths.length) return saved();
    edit.mutate({ ...changes, requestId: requestId([changes, user.etag]) });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <NameInput value={shown.displayName} onChange={change} error={problems.displayName} />
      <LoginInput value={shown.login} onChange={change} error={problems.login} />
      <RoleSelect value={shown.role} onChange={change} error={problems.role} />
      <TeamSelect value={shown.teamId} onChange={change} error={problems.teamId} />
      <DeputySelect user={user} value={shown.deputyUserId} onChange={change} error={problems.deputyUserId} />
      <LanguageSelect value={shown.locale} onChange={(locale) => change({ locale })} error={problems.locale} />
      <ZoneSelect value={shown.timeZone} onChange={(timeZone) => change({ timeZone })} error={problems.timeZone} />
      <Problem>{other}</Problem>
      <div className={styles.buttons}>
        <Button type="submit" loading={edit.isPending}>
          {t('actions.save')}
        </Button>
      </div>
    </form>
  );
}
