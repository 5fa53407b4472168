import { Button, Textarea } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type SubmitEvent, type KeyboardEvent } from 'react';
import { refusalOf, type Refusal } from '../api/refusal';
import { FileButton } from '../components/FileButton';
import { isKey } from '../components/keys';
import { RestoredDraft } from '../components/RestoredDraft';
import { textLimit } from '../components/text_limit';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { AddNoteRequestSchema } from '../gen/voronka/crm/v1/timeline_pb';
import { useTranslation } from '../i18n/translation';
import { reread } from '../live/reread';
import { newNote, noteDraft } from '../outbox/new_addition';
import { sendAddition } from '../outbox/outbox';
import { isNote } from '../outbox/storage';
import { Unsent } from './Unsent';
import { useDraft } from '../session/draft';
import { timelineKey } from './deal_query';
import { useNoteFiles } from './note_files';
import { NoteFiles } from './NoteFiles';
import styles from './NoteForm.module.css';

export function NoteForm({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [text, setText, restored] = useDraft(noteDraft(deal.id));
  const field = useRef<HTMLTextAreaElement>(null);
  const [refusal, setRefusal] = useState<Refusal>();
  const files = useNoteFiles(deal.id);
  const add = useMutation({
    mutationFn: async () => {
      const { named } = files;
      const refused = await sendAddition(newNote(deal, text, named), () => {
        setText('');
        files.clear();
        field.current?.focus();
      });
      if (refused) files.putBack(named);
      return refused;
    },
    onSuccess: (refused) => {
      setRefusal(refused);
      if (!refused) reread(client, timelineKey(deal.id));
    },
  });
  const problem = refusal ? (refusal.fields.text ?? refusal.message) : add.error && refusalOf(add.error).message;
  const limit = textLimit(text, AddNoteRequestSchema.field.text);
  const submit = (event?: SubmitEvent) => {
    event?.preventDefault();
    if (text.trim() && !limit.problem && !files.isSending && !add.isPending) add.mutate();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isKey(event.nativeEvent, 'Enter') && (event.ctrlKey || event.metaKey)) submit();
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <RestoredDraft shown={restored} reset={() => setText('')} />
      <Textarea
        ref={field}
        aria-label={t('timeline.note')}
        placeholder={t('timeline.notePlaceholder')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        description={limit.note}
        inputWrapperOrder={['input', 'description', 'error']}
        error={limit.problem ?? problem}
        rows={text ? 3 : 1}
      />
      <NoteFiles files={files} />
      {text && (
        <div className={styles.buttons}>
          {files.canTake && (
            <FileButton
              label={t('files.chooseForNote')}
              multiple
              take={files.take}
              size="xs"
              variant="subtle"
              leftSection={<IconPaperclip size={14} aria-hidden="true" />}
            >
              {t('files.attach')}
            </FileButton>
          )}
          <Button size="xs" type="submit" loading={add.isPending} disabled={files.isSending}>
            {t('timeline.addNote')}
          </Button>
        </div>
      )}
      <Unsent dealId={deal.id} those={isNote} />
    </form>
  );
}
