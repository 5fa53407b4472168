import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { Activity } from '../gen/voronka/crm/v1/activity_pb';
import { useTranslation } from '../i18n/translation';
import { mayChangeActivity } from '../people/rights';
import { activityDialog } from './activity_dialog';
import { activityWords } from './activity_words';

// For whoever noted it, and for those who lead others.
export function EditActivity({ activity }: { activity: Activity }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (!mayChangeActivity(activity)) return null;
  const label = t('activities.editOf', { what: activityWords(activity) });
  return (
    <>
      <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} onClick={() => setOpen(true)}>
        <IconPencil size={15} />
      </ActionIcon>
      {isOpen && <activityDialog.Component about={{ activity }} close={() => setOpen(false)} />}
    </>
  );
}
