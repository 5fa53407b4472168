import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SubmitEvent, KeyboardEvent } from 'react';
import { timeline } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { useTranslation } from '../i18n/translation';
import { useDraft } from '../session/draft';
import { timelineKey } from './deal_query';
import styles from './NoteForm.module.css';

export function NoteForm({ dealId }: { dealId: bigint }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const [text, setText] = useDraft(`note-${dealId}`);
  const add = useMutation({
    mutationFn: () => timeline.addNote({ requestId: requestId(text), dealId, text }),
    onSuccess: () => {
      setText('');
      requestId('');
      void client.invalidateQueries({ queryKey: timelineKey(dealId) });
    },
  });
  const refusal = add.error && refusalOf(add.error);
  const submit = (event?: SubmitEvent) => {
    event?.preventDefault();
    if (text.trim()) add.mutate();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <Textarea
        aria-label={t('timeline.note')}
        placeholder={t('timeline.notePlaceholder')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        error={refusal && (refusal.fields.text ?? refusal.message)}
        rows={text ? 3 : 1}
      />
      {text && (
        <Button size="xs" type="submit" loading={add.isPending} className={styles.button}>
          {t('timeline.addNote')}
        </Button>
      )}
    </form>
  );
}
