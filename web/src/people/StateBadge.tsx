import { User_State } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import styles from './StateBadge.module.css';

const looks = {
  [User_State.UNSPECIFIED]: { tone: 'plain', text: 'users.stateActive' },
  [User_State.ACTIVE]: { tone: 'good', text: 'users.stateActive' },
  [User_State.INVITED]: { tone: 'warm', text: 'users.stateInvited' },
  [User_State.DISABLED]: { tone: 'plain', text: 'users.stateDisabled' },
};

export function StateBadge({ state }: { state: User_State }) {
  const { t } = useTranslation();
  const { tone, text } = looks[state];
  return (
    <span className={styles.badge} data-tone={tone}>
      {t(text)}
    </span>
  );
}
