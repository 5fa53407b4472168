import { Button } from '@mantine/core';
import { Problem } from '../components/Problem';
import { User_State, type User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { usePeople } from '../people/people';
import { useTeams } from '../people/team_query';
import styles from '../style/form.module.css';
import { standInOf } from './stand_in';
import { useStateChange } from './use_state_change';
import { useWorkload } from './workload';

// What the user has in hand, and who hears of it while they are disabled.
function Consequences({ user }: { user: User }) {
  const { t } = useTranslation();
  const workload = useWorkload(user.id);
  const standIn = standInOf(user, usePeople(), useTeams());
  const deals = workload && t('users.openDeals', { count: workload.deals });
  const tasks = workload && t('users.openTasks', { count: workload.tasks });
  return (
    <>
      <p className={styles.explanation}>{t('users.disableEffect')}</p>
      {workload && (
        <p className={styles.explanation} data-workload>
          {workload.deals + workload.tasks > 0 ? t('users.inHand', { deals, tasks }) : t('users.nothingInHand')}
        </p>
      )}
      <p className={styles.explanation}>
        {standIn ? t('users.standIn', { name: standIn.displayName }) : t('users.nobodyStandsIn')}
      </p>
    </>
  );
}

export function DisableForm({ user, close }: { user: User; close: () => void }) {
  const { t } = useTranslation();
  const { change, isBusy, problem } = useStateChange(user, close);
  return (
    <div className={styles.form}>
      <Consequences user={user} />
      <Problem>{problem}</Problem>
      <div className={styles.buttons}>
        <Button variant="default" onClick={close} data-autofocus>
          {t('actions.cancel')}
        </Button>
        <Button color="red.8" loading={isBusy} onClick={() => change(User_State.DISABLED)}>
          {t('users.disable')}
        </Button>
      </div>
    </div>
  );
}
