import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import { deals } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { loadCards } from '../cards/card_loader';
import { cardStore } from '../cards/card_store';
import { LockedInput } from '../clients/LockedInput';
import { onEscape } from '../components/escape';
import { useInPlace } from '../components/focus';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { RestoredDraft } from '../components/RestoredDraft';
import { Locked } from '../fields/Locked';
import { useLocks } from '../fields/locks';
import { useSystemLabels } from '../fields/system_labels';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { currentPipeline } from '../navigation/board_path';
import { openDeal } from '../navigation/deal_route';
import { usePipelines } from '../pipelines/pipelines';
import { useDraft } from '../session/draft';
import form from '../style/form.module.css';
import { rereadDealsOf, type Whose } from './client_deals';
import styles from './client_pages.module.css';

const clientPart = ({ kind, id }: Whose) => (kind === 'contact' ? { contactId: id } : { companyId: id });

interface NewDealFormProps {
  whose: Whose;
  close: () => void;
}

function NewDealForm({ whose, close }: NewDealFormProps) {
  const { t } = useTranslation();
  const pipelines = usePipelines().data ?? [];
  const [name, setName, restored] = useDraft(`deal-of-${whose.kind}-${whose.id}`);
  const [chosen, choose] = useState('');
  const requestId = useRequestId();
  const label = useSystemLabels(Entity.DEAL)('name');
  const why = useLocks(Entity.DEAL)('name');
  const pipeline = chosen || (currentPipeline(pipelines)?.key ?? '');
  const adding = useMutation({
    mutationFn: () => {
      const deal = { name: why ? '' : name.trim(), pipeline, ...clientPart(whose) };
      return deals.createDeal({ requestId: requestId(deal), deal });
    },
    onSuccess: (deal) => {
      loadCards(cardStore.putDeals([deal]));
      setName('');
      rereadDealsOf(whose);
      close();
      openDeal(deal.id);
    },
  });
  const refusal = adding.error && refusalOf(adding.error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    adding.mutate();
  };
  return (
    <form className={form.form} onSubmit={submit} onKeyDown={onEscape(close)}>
      <RestoredDraft shown={restored} reset={() => setName('')} />
      {why ? (
        <LockedInput field={{ key: 'name', shape: 'line' }} label={label} typed="" problem={undefined} why={why} />
      ) : (
        <TextInput
          label={t('board.quickAddName')}
          description={t('board.quickAddHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={refusal?.fields['deal.name']}
          autoFocus
        />
      )}
      {pipelines.length > 1 && (
        <NativeSelect
          label={t('clients.pipeline')}
          value={pipeline}
          onChange={(event) => choose(event.currentTarget.value)}
          data={pipelines.map(({ key, name: label }) => ({ value: key, label }))}
        />
      )}
      <Problem>{refusal && !refusal.fields['deal.name'] && refusal.message}</Problem>
      <FormButtons cancel={close}>
        <Button type="submit" loading={adding.isPending} disabled={!pipeline} autoFocus={why !== ''}>
          {t('actions.add')}
        </Button>
      </FormButtons>
    </form>
  );
}

// Begins a deal with a contact or a company, and opens it. Not if the user may not say whose a deal is.
export function NewDeal({ whose }: { whose: Whose }) {
  const { t } = useTranslation();
  const inPlace = useInPlace();
  const why = useLocks(Entity.DEAL)(`${whose.kind}_id`);
  if (why) return <Locked why={why} />;
  if (inPlace.isOpen) return <NewDealForm whose={whose} close={inPlace.close} />;
  return (
    <Button
      className={styles.newDeal}
      size="xs"
      variant="default"
      leftSection={<IconPlus size={14} aria-hidden="true" />}
      onClick={inPlace.open}
      autoFocus={inPlace.returns}
    >
      {t('clients.newDeal')}
    </Button>
  );
}
