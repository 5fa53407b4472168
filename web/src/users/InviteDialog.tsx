import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { users } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { Dialog } from '../components/Dialog';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { useTranslation } from '../i18n/translation';
import { putPerson } from '../people/people';
import { otherProblem, userProblems } from '../people/user_fields';
import styles from '../style/form.module.css';
import { NewLink } from './NewLink';
import { LoginInput, NameInput, RoleSelect, TeamSelect } from './UserInputs';

const newcomer = { displayName: '', login: '', role: Role.MANAGER, teamId: 0n };

function InviteForm({ invited, close }: { invited: (user: User) => void; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const [typed, setTyped] = useState(newcomer);
  const invite = useMutation({
    mutationFn: () => {
      const user = { ...typed, displayName: typed.displayName.trim(), login: typed.login.trim() };
      return users.createUser({ requestId: requestId(user), user });
    },
    onSuccess: (user) => {
      putPerson(client, user);
      invited(user);
    },
  });
  const refusal = invite.error && refusalOf(invite.error);
  const problems = userProblems(refusal);
  const other = otherProblem(refusal);
  const change = (changed: Partial<typeof newcomer>) => setTyped({ ...typed, ...changed });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.explanation}>{t('users.inviteHint')}</p>
      <NameInput value={typed.displayName} onChange={change} error={problems.displayName} autoFocus />
      <LoginInput value={typed.login} onChange={change} error={problems.login} />
      <RoleSelect value={typed.role} onChange={change} error={problems.role} />
      <TeamSelect value={typed.teamId} onChange={change} error={problems.teamId} />
      <Problem>{other}</Problem>
      <FormButtons cancel={close}>
        <Button type="submit" loading={invite.isPending}>
          {t('users.sendInvitation')}
        </Button>
      </FormButtons>
    </form>
  );
}

function Invitation({ close }: { close: () => void }) {
  const [user, setUser] = useState<User>();
  return user ? <NewLink user={user} close={close} /> : <InviteForm invited={setUser} close={close} />;
}

// A new colleague, and the link through which they choose a password.
export function InviteDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} title={t('users.inviteTitle')} close={close}>
      <Invitation close={close} />
    </Dialog>
  );
}
