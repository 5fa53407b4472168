import { useTranslation } from '../i18n/translation';
import { Failure } from './Failure';

// For a part of the client that could not be loaded, because of the network or because a newer version no longer has
// it: offers to reload the whole page.
export function ReloadPrompt() {
  const { t } = useTranslation();
  return <Failure text={t('errors.unloaded')} retry={() => location.reload()} />;
}
