import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { userZone } from '../calendar/user_zone';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import type { Activity } from '../gen/voronka/crm/v1/activity_pb';
import { useTranslation } from '../i18n/translation';
import styles from '../style/form.module.css';
import { deleteActivity, rereadActivities, saveActivity } from './activities';
import { ActivityFields } from './ActivityFields';
import { activityOf, draftOf, isFaultyActivity } from './draft_activity';

interface FormProps {
  activity: Activity;
  close: () => void;
}

// What would be gone for good is asked about.
function RemovalForm({ activity, close, keep }: FormProps & { keep: () => void }) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const remove = useMutation({
    mutationFn: () => deleteActivity(requestId(activity.id), activity),
    onSuccess: close,
    onSettled: () => rereadActivities(activity.dealId),
  });
  return (
    <div className={styles.form}>
      <p className={styles.explanation}>{t('activities.removeAsk')}</p>
      <Problem>{remove.error && refusalOf(remove.error).message}</Problem>
      <div className={styles.buttons}>
        <Button variant="default" onClick={keep} autoFocus>
          {t('activities.keep')}
        </Button>
        <Button color="red.8" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('activities.remove')}
        </Button>
      </div>
    </div>
  );
}

export function KnownActivityForm({ activity, close }: FormProps) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  // As it was when the user began: what somebody else has changed since is not overwritten.
  const [known] = useState(activity);
  const [initial] = useState(() => draftOf(known, userZone()));
  const [draft, setDraft] = useState(initial);
  const [tried, setTried] = useState(false);
  const [asksToRemove, setAsksToRemove] = useState(false);
  const save = useMutation({
    mutationFn: () => saveActivity(requestId(draft), known, activityOf(draft, initial, userZone(), known)),
    onSuccess: close,
    onSettled: () => rereadActivities(known.dealId),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isFaultyActivity(draft)) save.mutate();
  };

  if (asksToRemove) return <RemovalForm activity={known} close={close} keep={() => setAsksToRemove(false)} />;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <ActivityFields
        draft={draft}
        onChange={setDraft}
        tried={tried}
        refusal={save.error ? refusalOf(save.error) : undefined}
      />
      <FormButtons cancel={close}>
        <Button variant="default" onClick={() => setAsksToRemove(true)}>
          {t('activities.remove')}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {t('actions.save')}
        </Button>
      </FormButtons>
    </form>
  );
}
