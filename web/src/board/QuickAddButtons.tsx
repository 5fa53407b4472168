import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from '../i18n/translation';
import styles from './QuickAdd.module.css';

export function QuickAddButtons({ isSending, close }: { isSending: boolean; close: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.buttons}>
      <Button size="compact-sm" type="submit" loading={isSending}>
        {t('actions.add')}
      </Button>
      <ActionIcon variant="subtle" color="gray" aria-label={t('actions.close')} onClick={close}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}
