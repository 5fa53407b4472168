import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useFocusPassedOn } from '../components/focus';
import { useTranslation } from '../i18n/translation';
import styles from './files.module.css';
import type { Sending } from './sendings';
import { sizeText } from './size_text';

// A file on its way, or why it did not arrive.
export function SendingRow({ sending }: { sending: Sending }) {
  const { t, i18n } = useTranslation();
  const row = useFocusPassedOn<HTMLLIElement>();
  const { file, arrived, problem, stop } = sending;
  const label = t(problem ? 'files.hideOf' : 'files.stopOf', { name: file.name });
  return (
    <li ref={row} className={styles.row} data-sending={sending.id}>
      <div className={styles.what}>
        <bdi className={styles.name}>{file.name}</bdi>
        {problem ? (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        ) : (
          <progress
            className={styles.progress}
            max={file.size || 1}
            value={arrived}
            aria-label={t('files.sending', { name: file.name, size: sizeText(file.size, i18n.language) })}
          />
        )}
      </div>
      <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} onClick={stop}>
        <IconX size={15} />
      </ActionIcon>
    </li>
  );
}
