import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../components/Dialog';
import styles from './files.module.css';
import type { NamedFile } from './owner';
import { Picture } from './Picture';
import { isShown } from './pictures';
import { useSaving } from './use_saving';

// A picture is shown, anything else is saved.
export function FileName({ file }: { file: NamedFile }) {
  const [isOpen, setOpen] = useState(false);
  const saving = useSaving(file);
  return (
    <>
      <UnstyledButton className={styles.name} onClick={() => (isShown(file) ? setOpen(true) : saving.mutate())}>
        <bdi>{file.name}</bdi>
      </UnstyledButton>
      <Dialog opened={isOpen} title={<bdi>{file.name}</bdi>} close={() => setOpen(false)}>
        <Picture file={file} />
      </Dialog>
    </>
  );
}
