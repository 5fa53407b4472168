import { useTranslation } from '../i18n/translation';
import { Waiting } from './Waiting';

export function Starting() {
  const { t } = useTranslation();
  return <Waiting text={t('session.starting')} />;
}
