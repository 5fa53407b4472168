import { UnstyledButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { deferred } from '../components/deferred';
import type { TaskCard } from '../gen/voronka/crm/v1/task_pb';
import { useTranslation } from '../i18n/translation';
import './follow_files';
import styles from './TaskRow.module.css';

const dialog = deferred(async () => (await import('../files/TaskFilesDialog')).TaskFilesDialog);

// How many files the task has, and the way to them.
export function TaskFiles({ card: { task, fileCount } }: { card: TaskCard }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (!task) return null;
  return (
    <>
      <UnstyledButton
        className={styles.files}
        aria-label={t('files.ofTask', { text: task.text, many: fileCount })}
        title={t('files.title')}
        data-any={fileCount > 0}
        onClick={() => setOpen(true)}
      >
        <IconPaperclip size={15} aria-hidden="true" />
        {fileCount > 0 && fileCount}
      </UnstyledButton>
      {isOpen && <dialog.Component task={task} close={() => setOpen(false)} />}
    </>
  );
}
