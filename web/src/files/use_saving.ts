import { useMutation } from '@tanstack/react-query';
import { showToast } from '../components/toasts';
import { useTranslation } from '../i18n/translation';
import { saveFile } from './content';
import type { NamedFile } from './owner';

// Saves the file on this machine, or says that it cannot be read.
export function useSaving(file: NamedFile) {
  const { t } = useTranslation();
  return useMutation({
    mutationFn: () => saveFile(file),
    onError: () => showToast(t('files.unreadable', { name: file.name })),
  });
}
