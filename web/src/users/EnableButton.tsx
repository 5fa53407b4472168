import { Button } from '@mantine/core';
import { showToast } from '../components/toasts';
import { User_State, type User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import styles from '../style/form.module.css';
import { useStateChange } from './use_state_change';

export function EnableButton({ user }: { user: User }) {
  const { t } = useTranslation();
  const { change, isBusy, problem } = useStateChange(user, () => showToast(t('users.enabled'), 'good'));
  return (
    <>
      <Button size="sm" loading={isBusy} onClick={() => change(User_State.ACTIVE)}>
        {t('users.enable')}
      </Button>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
