import { Dialog } from '../components/Dialog';
import type { Activity } from '../gen/voronka/crm/v1/activity_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { KnownActivityForm } from './KnownActivityForm';
import { NewActivityForm } from './NewActivityForm';

interface ActivityDialogProps {
  // A new one of the deal, or the one that is to be changed.
  about: { deal: Deal } | { activity: Activity };
  close: () => void;
}

export function ActivityDialog({ about, close }: ActivityDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened title={t('deal' in about ? 'activities.new' : 'activities.edit')} close={close}>
      {'deal' in about ? (
        <NewActivityForm deal={about.deal} close={close} />
      ) : (
        <KnownActivityForm activity={about.activity} close={close} />
      )}
    </Dialog>
  );
}
