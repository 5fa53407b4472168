import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { useTranslation } from '../i18n/translation';
import { renameFile } from './file_query';
import type { KeptFile } from './owner';

export function RenameForm({ file, close }: { file: KeptFile; close: () => void }) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const [name, setName] = useState(file.name);
  const renaming = useMutation({
    mutationFn: () => renameFile(requestId([name, file.etag]), file, name.trim()),
    onSuccess: close,
  });
  const refusal = renaming.error ? refusalOf(renaming.error) : undefined;
  const inField = refusal?.fields['file.name'];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() && !renaming.isPending) renaming.mutate();
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        label={t('files.name')}
        value={name}
        error={inField}
        data-autofocus
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Problem>{refusal && !inField && refusal.message}</Problem>
      <FormButtons cancel={close}>
        <Button type="submit" loading={renaming.isPending} disabled={!name.trim()}>
          {t('actions.save')}
        </Button>
      </FormButtons>
    </form>
  );
}
