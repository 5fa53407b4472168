import { UnstyledButton } from '@mantine/core';
import { IconMessageReport } from '@tabler/icons-react';
import { useState } from 'react';
import { Dialog } from '../components/Dialog';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import styles from './remarks.module.css';
import { RemarkForm } from './RemarkForm';

// «Замечание»: what is wrong with the stage or a field, said from the card to those who own the process.
export function RemarkButton({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <UnstyledButton className={styles.open} title={t('remarks.hint')} onClick={() => setOpened(true)}>
        <IconMessageReport size={14} aria-hidden="true" /> <span>{t('remarks.make')}</span>
      </UnstyledButton>
      <Dialog opened={opened} title={t('remarks.title')} close={() => setOpened(false)}>
        <RemarkForm deal={deal} close={() => setOpened(false)} />
      </Dialog>
    </>
  );
}
