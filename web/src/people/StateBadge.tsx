import { User_State } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { Badge } from '../components/Badge';

const looks = {
  [User_State.UNSPECIFIED]: { tone: 'plain', text: 'users.stateActive' },
  [User_State.ACTIVE]: { tone: 'good', text: 'users.stateActive' },
  [User_State.INVITED]: { tone: 'warm', text: 'users.stateInvited' },
  [User_State.DISABLED]: { tone: 'plain', text: 'users.stateDisabled' },
} as const;

export function StateBadge({ state }: { state: User_State }) {
  const { t } = useTranslation();
  const { tone, text } = looks[state];
  return <Badge tone={tone} text={t(text)} />;
}
