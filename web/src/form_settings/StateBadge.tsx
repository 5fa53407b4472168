import type { Form } from '../gen/voronka/crm/v1/form_pb';
import { useTranslation } from '../i18n/translation';
import { Badge } from '../components/Badge';
import { stateOf } from './state_of';

const tones = { active: 'good', disabled: 'warm', archived: 'plain' } as const;

export function StateBadge({ form }: { form: Form }) {
  const { t } = useTranslation();
  const state = stateOf(form);
  return <Badge tone={tones[state]} text={t(`formSettings.states.${state}`)} />;
}
