import { CloseButton } from '@mantine/core';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { useLocks } from '../fields/locks';
import { useSystemLabels } from '../fields/system_labels';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { dealName } from '../i18n/deal_name';
import { useTranslation } from '../i18n/translation';
import { Bell } from '../notifications/Bell';
import { mayChangeDeal } from '../people/rights';
import { dealWords } from '../pipelines/deal_words';
import { usePipeline } from '../pipelines/pipelines';
import styles from './DealHeader.module.css';
import { EditableText } from './EditableText';
import { useDealEdit, useLastEditors } from './edit_deal';

export function DealHeader({ deal, close }: { deal: Deal; close: () => void }) {
  const { t } = useTranslation();
  const { label } = dealWords(usePipeline(deal.pipeline));
  const requestId = useRequestId();
  const edit = useDealEdit(deal);
  const saveName = async (name: string) => {
    try {
      await edit.mutateAsync({ requestId: requestId([name, deal.etag]), deal: { name }, path: 'name' });
      return undefined;
    } catch (error) {
      const refusal = refusalOf(error);
      return refusal.fields['deal.name'] ?? refusal.message;
    }
  };
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <EditableText
          className={styles.name}
          label={useSystemLabels(Entity.DEAL)('name')}
          shown={dealName(deal.id, deal.name, label)}
          text={deal.name}
          readOnly={!mayChangeDeal(deal)}
          lock={useLocks(Entity.DEAL)('name')}
          changedBy={useLastEditors(deal.id)('name')}
          save={saveName}
        />
        {deal.name && <span className={styles.number}>{t(label, { id: deal.id })}</span>}
      </div>
      <Bell />
      <CloseButton size="lg" aria-label={t('actions.close')} onClick={close} />
    </header>
  );
}
