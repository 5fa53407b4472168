import { ActionIcon } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDownload, IconPencil, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { timestampText } from '../calendar/date_text';
import { Dialog } from '../components/Dialog';
import { useFocusPassedOn } from '../components/focus';
import { showToast } from '../components/toasts';
import { useTranslation } from '../i18n/translation';
import { useName } from '../people/people';
import { mayChangeFile } from '../people/rights';
import { FileName } from './FileName';
import { removeFile, returnFile } from './file_query';
import styles from './files.module.css';
import type { KeptFile } from './owner';
import { RenameForm } from './RenameForm';
import { sizeText } from './size_text';
import { useSaving } from './use_saving';

const tell = (error: unknown) => showToast(refusalOf(error).message);

// Removed by one click, and brought back by another.
function RemoveButton({ file }: { file: KeptFile }) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const { name } = file;
  const returning = () => returnFile(crypto.randomUUID(), file).catch(tell);
  const removing = useMutation({
    mutationFn: () => removeFile(requestId(['remove', file.id, file.etag]), file),
    onSuccess: () =>
      showToast(t('files.removed', { name }), 'good', {
        action: { label: t('files.return'), act: () => void returning() },
      }),
    onError: tell,
  });
  const label = t('files.removeOf', { name });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      disabled={removing.isPending}
      onClick={() => removing.mutate()}
    >
      <IconX size={15} />
    </ActionIcon>
  );
}

function Actions({ file, rename }: { file: KeptFile; rename: () => void }) {
  const { t } = useTranslation();
  const saving = useSaving(file);
  const labels = { save: t('files.saveOf', { name: file.name }), rename: t('files.renameOf', { name: file.name }) };
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={labels.save}
        title={labels.save}
        loading={saving.isPending}
        onClick={() => saving.mutate()}
      >
        <IconDownload size={15} />
      </ActionIcon>
      {mayChangeFile(file) && (
        <>
          <ActionIcon variant="subtle" color="gray" aria-label={labels.rename} title={labels.rename} onClick={rename}>
            <IconPencil size={15} />
          </ActionIcon>
          <RemoveButton file={file} />
        </>
      )}
    </>
  );
}

// A file of a card.
export function FileRow({ file }: { file: KeptFile }) {
  const { t, i18n } = useTranslation();
  const row = useFocusPassedOn<HTMLLIElement>();
  const [isRenaming, setRenaming] = useState(false);
  const close = () => setRenaming(false);
  const by = useName(file.userId);
  return (
    <li ref={row} className={styles.row} data-file={file.id}>
      <div className={styles.what}>
        <FileName file={file} />
        <p className={styles.about}>
          <span>{sizeText(Number(file.size), i18n.language)}</span> · <bdi>{by}</bdi> ·{' '}
          <time>{timestampText(file.createTime)}</time>
        </p>
      </div>
      <Actions file={file} rename={() => setRenaming(true)} />
      <Dialog opened={isRenaming} title={t('files.rename')} close={close}>
        <RenameForm file={file} close={close} />
      </Dialog>
    </li>
  );
}
