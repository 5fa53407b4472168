import { IconPaperclip } from '@tabler/icons-react';
import { FileName } from '../files/FileName';
import { sizeText } from '../files/size_text';
import type { TimelineEntry_NotedFile as NotedFile } from '../gen/voronka/crm/v1/timeline_pb';
import { useTranslation } from '../i18n/translation';
import styles from './TimelineRow.module.css';

function Named({ file }: { file: NotedFile }) {
  const { t, i18n } = useTranslation();
  if (file.removed) {
    return (
      <>
        <bdi>{file.name}</bdi> <span className={styles.size}>{t('files.isRemoved')}</span>
      </>
    );
  }
  return (
    <>
      <FileName file={file} /> <span className={styles.size}>{sizeText(Number(file.size), i18n.language)}</span>
    </>
  );
}

// The files that a note names.
export function NotedFiles({ files }: { files: NotedFile[] }) {
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={String(file.id)} data-noted={file.id}>
          <IconPaperclip size={13} aria-hidden="true" />
          <span>
            <Named file={file} />
          </span>
        </li>
      ))}
    </ul>
  );
}
