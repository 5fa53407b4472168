import { useTranslation } from '../i18n/translation';
import { Failure } from './Failure';

// A part of the client that the network kept back, or that a newer version has no more: the whole page is loaded anew.
export function ReloadPrompt() {
  const { t } = useTranslation();
  return <Failure text={t('errors.unloaded')} retry={() => location.reload()} />;
}
