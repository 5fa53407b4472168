import { Button } from '@mantine/core';
import { Problem } from '../components/Problem';
import { showToast } from '../components/toasts';
import { User_State, type User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { useStateChange } from './use_state_change';

export function EnableButton({ user }: { user: User }) {
  const { t } = useTranslation();
  const { change, isBusy, problem } = useStateChange(user, () => showToast(t('users.enabled'), 'good'));
  return (
    <>
      <Button size="sm" loading={isBusy} onClick={() => change(User_State.ACTIVE)}>
        {t('users.enable')}
      </Button>
      <Problem>{problem}</Problem>
    </>
  );
}
