import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../components/Dialog';
import type { Queue } from '../gen/voronka/crm/v1/queue_pb';
import { useTranslation } from '../i18n/translation';
import { DeleteForm } from './DeleteForm';
import styles from './queue_settings.module.css';

interface DeleteBlockProps {
  queue: Queue;
  // Its name.
  stage: string;
  // Drops what is typed and not saved.
  forget: () => void;
}

export function DeleteBlock({ queue, stage, forget }: DeleteBlockProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const close = () => setAsked(false);
  return (
    <div className={styles.end}>
      <Button variant="default" className={styles.danger} onClick={() => setAsked(true)}>
        {t('queueSettings.delete')}
      </Button>
      <Dialog opened={isAsked} close={close} title={t('queueSettings.deleteTitle', { name: stage })}>
        <DeleteForm queue={queue} stage={stage} forget={forget} close={close} />
      </Dialog>
    </div>
  );
}
