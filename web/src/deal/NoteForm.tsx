import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type SubmitEvent, type KeyboardEvent } from 'react';
import { refusalOf, type Refusal } from '../api/refusal';
import { isKey } from '../components/keys';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { newNote, noteDraft } from '../outbox/new_note';
import { sendNote, waitingChanges } from '../outbox/outbox';
import { isMove } from '../outbox/storage';
import { useDraft } from '../session/draft';
import { useObserved } from '../state/observable';
import { timelineKey } from './deal_query';
import styles from './NoteForm.module.css';

// Notes of the deal that wait for the connection.
function WaitingNotes({ dealId }: { dealId: bigint }) {
  const { t } = useTranslation();
  const changes = useObserved(waitingChanges);
  return changes.map(
    (change) =>
      !isMove(change) &&
      change.dealId === String(dealId) && (
        <p key={change.requestId} className={styles.waiting}>
          <span className={styles.mark}>{t('timeline.unsent')}</span> <bdi>{change.text}</bdi>
        </p>
      ),
  );
}

export function NoteForm({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [text, setText] = useDraft(noteDraft(deal.id));
  const field = useRef<HTMLTextAreaElement>(null);
  const [refusal, setRefusal] = useState<Refusal>();
  const add = useMutation({
    mutationFn: () =>
      sendNote(newNote(deal, text), () => {
        setText('');
        field.current?.focus();
      }),
    onSuccess: (refused) => {
      setRefusal(refused);
      if (!refused) void client.invalidateQueries({ queryKey: timelineKey(deal.id) });
    },
  });
  const problem = refusal ? (refusal.fields.text ?? refusal.message) : add.error && refusalOf(add.error).message;
  const submit = (event?: SubmitEvent) => {
    event?.preventDefault();
    if (text.trim() && !add.isPending) add.mutate();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isKey(event.nativeEvent, 'Enter') && (event.ctrlKey || event.metaKey)) submit();
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <Textarea
        ref={field}
        aria-label={t('timeline.note')}
        placeholder={t('timeline.notePlaceholder')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        error={problem}
        rows={text ? 3 : 1}
      />
      {text && (
        <Button size="xs" type="submit" loading={add.isPending} className={styles.button}>
          {t('timeline.addNote')}
        </Button>
      )}
      <WaitingNotes dealId={deal.id} />
    </form>
  );
}
