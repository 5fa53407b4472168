import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useFocusPassedOn } from '../components/focus';
import { FileName } from '../files/FileName';
import fileStyles from '../files/files.module.css';
import type { KeptFile } from '../files/owner';
import { SendingRow } from '../files/SendingRow';
import { useTranslation } from '../i18n/translation';
import type { NoteFilesState } from './note_files';

function NamedRow({ file, leaveOut }: { file: KeptFile; leaveOut: () => void }) {
  const { t } = useTranslation();
  const row = useFocusPassedOn<HTMLLIElement>();
  const label = t('files.leaveOut', { name: file.name });
  return (
    <li ref={row} className={fileStyles.row} data-named={file.id}>
      <div className={fileStyles.what}>
        <FileName file={file} />
      </div>
      <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} onClick={leaveOut}>
        <IconX size={15} />
      </ActionIcon>
    </li>
  );
}

// What goes with the note that is being written.
export function NoteFiles({ files: { named, underWay, leaveOut } }: { files: NoteFilesState }) {
  if (named.length + underWay.length === 0) return null;
  return (
    <ul className={fileStyles.list}>
      {named.map((file) => (
        <NamedRow key={String(file.id)} file={file} leaveOut={() => leaveOut(file)} />
      ))}
      {underWay.map((sending) => (
        <SendingRow key={sending.id} sending={sending} />
      ))}
    </ul>
  );
}
