import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconPhoneCall, IconPhoneOff, IconSend, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { refusalOf } from '../api/refusal';
import { Problem } from '../components/Problem';
import { Activity_Direction as Direction, Activity_Kind as Kind } from '../gen/voronka/crm/v1/activity_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { newActivity } from '../outbox/new_addition';
import { sendAddition } from '../outbox/outbox';
import { isActivity } from '../outbox/storage';
import { mayChangeDeal } from '../people/rights';
import { rereadActivities } from './activities';
import { activityDialog } from './activity_dialog';
import { activityWords } from './activity_words';
import styles from './ActivityButtons.module.css';
import { Unsent } from './Unsent';

// What one press notes.
const presses = [
  { name: 'missed', Icon: IconPhoneOff, kind: Kind.CALL, reached: false },
  { name: 'reached', Icon: IconPhoneCall, kind: Kind.CALL, reached: true },
  { name: 'wrote', Icon: IconSend, kind: Kind.MESSAGE, reached: false },
  { name: 'met', Icon: IconUsers, kind: Kind.MEETING, reached: true },
] as const;

type Press = (typeof presses)[number];

function usePress(deal: Deal) {
  return useMutation({
    mutationFn: ({ kind, reached }: Press) => {
      const activity = { kind, reached, direction: Direction.OUTGOING };
      return sendAddition(newActivity(deal, activity, activityWords(activity)));
    },
    onSuccess: (refusal) => {
      if (!refusal) rereadActivities(deal.id);
    },
  });
}

function More({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
        {t('activities.more')}
      </Button>
      {isOpen && <activityDialog.Component about={{ deal }} close={() => setOpen(false)} />}
    </>
  );
}

// Notes in one press how somebody tried to reach the client. Without a connection, it waits for one.
export function ActivityButtons({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const press = usePress(deal);
  if (!mayChangeDeal(deal)) return null;
  const problem = press.data?.message ?? (press.error && refusalOf(press.error).message);
  return (
    <div className={styles.noting}>
      <div className={styles.buttons} role="group" aria-label={t('activities.group')}>
        {presses.map((each) => (
          <Button
            key={each.name}
            size="compact-sm"
            variant="default"
            leftSection={<each.Icon size={14} aria-hidden="true" />}
            disabled={press.isPending}
            // A double click is one press.
            onClick={(event) => event.detail < 2 && press.mutate(each)}
          >
            {t(`activities.press.${each.name}`)}
          </Button>
        ))}
        <More deal={deal} />
      </div>
      <Problem>{problem}</Problem>
      <Unsent dealId={deal.id} those={isActivity} />
    </div>
  );
}
