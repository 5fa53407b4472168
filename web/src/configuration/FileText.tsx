import { Textarea } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState, type DragEvent, type ReactNode, type RefObject } from 'react';
import { FileButton } from '../components/FileButton';
import { showToast } from '../components/toasts';
import { numberFormat } from '../i18n/formatters';
import { useTranslation } from '../i18n/translation';
import styles from './configuration.module.css';
import { longestFile } from './file_draft';
import { textOf } from './file_text';

interface FileTextProps {
  area: RefObject<HTMLTextAreaElement | null>;
  text: string;
  change: (text: string) => void;
  // The text of a file that was chosen or dropped.
  read: (text: string) => void;
  // The button that goes on from here.
  children: ReactNode;
}

function ChooseButton({ take }: { take: (file: File | undefined) => void }) {
  const { t } = useTranslation();
  return (
    <FileButton
      label={t('configuration.choose')}
      accept=".textproto,.txtpb,.json,.txt"
      take={([file]) => take(file)}
      variant="default"
      leftSection={<IconFileUpload size={16} aria-hidden="true" />}
    >
      {t('configuration.choose')}
    </FileButton>
  );
}

// Takes a file that is dropped on it.
function useDrop(take: (file: File | undefined) => void) {
  const [isOver, setOver] = useState(false);
  const hasFile = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  const props = {
    onDragOver: (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!hasFile(event)) return;
      event.preventDefault();
      take(event.dataTransfer.files[0]);
    },
  };
  return { isOver, props };
}

// The text of a configuration: chosen, dropped, pasted or typed.
export function FileText({ area, text, change, read, children }: FileTextProps) {
  const { t, i18n } = useTranslation();
  const most = numberFormat(i18n.language, {}).format(longestFile);
  const take = (file: File | undefined) => {
    if (file && file.size > 4 * longestFile) {
      showToast(t('configuration.tooLong', { most }));
      return;
    }
    const unread = () => showToast(t('configuration.unread'));
    void file?.arrayBuffer().then((bytes) => read(textOf(bytes)), unread);
  };
  const { isOver, props } = useDrop(take);
  return (
    <div className={styles.file} data-over={isOver || undefined} {...props}>
      <Textarea
        ref={area}
        aria-label={t('configuration.text')}
        placeholder={t('configuration.textHint')}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        error={text.length > longestFile && t('configuration.tooLong', { most })}
        rows={14}
        resize="vertical"
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        classNames={{ input: styles.code }}
      />
      <div className={styles.fileButtons}>
        <ChooseButton take={take} />
        {children}
      </div>
    </div>
  );
}
