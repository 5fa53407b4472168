import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { refusalOf, type Refusal } from '../api/refusal';
import { userZone } from '../calendar/user_zone';
import { serverNow } from '../clock/server_clock';
import { FormButtons } from '../components/FormButtons';
import { RestoredDraft } from '../components/RestoredDraft';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { activityDraft, newActivity } from '../outbox/new_addition';
import { sendAddition } from '../outbox/outbox';
import { useDraft } from '../session/draft';
import styles from '../style/form.module.css';
import { rereadActivities } from './activities';
import { activityWords } from './activity_words';
import { ActivityFields } from './ActivityFields';
import { activityOf, emptyActivity, isFaultyActivity, type DraftActivity } from './draft_activity';

// Without a connection, it waits for one.
export function NewActivityForm({ deal, close }: { deal: Deal; close: () => void }) {
  const { t } = useTranslation();
  const [note, setNote, restored] = useDraft(activityDraft(deal.id));
  const [initial] = useState(() => emptyActivity(new Date(serverNow()), userZone()));
  const [typed, setTyped] = useState(initial);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Refusal>();
  const draft = { ...typed, note };
  const change = (changed: DraftActivity) => {
    setNote(changed.note);
    setTyped(changed);
  };
  const add = useMutation({
    mutationFn: () => sendAddition(newActivity(deal, activityOf(draft, initial, userZone()), activityWords(draft))),
    onSuccess: (refusal) => {
      setRefused(refusal);
      if (refusal) return;
      setNote('');
      rereadActivities(deal.id);
      close();
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isFaultyActivity(draft)) add.mutate();
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <RestoredDraft shown={restored} reset={() => setNote('')} />
      <ActivityFields
        draft={draft}
        onChange={change}
        tried={tried}
        refusal={refused ?? (add.error && refusalOf(add.error))}
      />
      <FormButtons cancel={close}>
        <Button type="submit" loading={add.isPending}>
          {t('activities.add')}
        </Button>
      </FormButtons>
    </form>
  );
}
