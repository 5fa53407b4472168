import { Button, NativeSelect } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { deals } from '../api/clients';
import { Dialog } from '../components/Dialog';
import { FormButtons } from '../components/FormButtons';
import { RestoredDraft } from '../components/RestoredDraft';
import { Waiting } from '../components/Waiting';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { User_State } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { openDeal } from '../navigation/deal_route';
import { NewDealFields } from '../new_deal/NewDealFields';
import { useNewDeal } from '../new_deal/use_new_deal';
import { currentUserId, usePeople } from '../people/people';
import { useChoosesOwners } from '../rights/role_access';
import type { NamedField } from '../rules/named_fields';
import { useNamedFields } from '../rules/use_named_fields';
import styles from '../style/form.module.css';
import { askedOfLinked, linkedDeal } from './linked_deal';
import { rereadLinkedDeals } from './linked_deals';

interface WhoseProps {
  value: string;
  change: (userId: string) => void;
}

// «По очереди», the user, a colleague, unless the user's role may not choose one.
function Whose({ value, change }: WhoseProps) {
  const { t } = useTranslation();
  const me = currentUserId();
  const choosesOwners = useChoosesOwners();
  const all = [...usePeople().values()];
  const people = choosesOwners ? all.filter(({ state, id }) => id !== me && state !== User_State.DISABLED) : [];
  return (
    <NativeSelect
      label={t('linked.whose')}
      description={value === '0' ? t('linked.inTurnHint') : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      data={[
        { value: '0', label: t('linked.inTurn') },
        { value: String(me), label: t('linked.me') },
        ...people.map(({ id, displayName }) => ({ value: String(id), label: displayName })),
      ]}
    />
  );
}

interface FormProps {
  source: Deal;
  pipeline: Pipeline;
  asked: NamedField[];
  whose: WhoseProps;
  close: () => void;
}

function LinkedDealForm({ source, pipeline, asked, whose, close }: FormProps) {
  const { t } = useTranslation();
  const form = useNewDeal({
    draft: `linked-deal-${source.id}-${pipeline.key}`,
    asked,
    send: (filled, requestId) => {
      const request = linkedDeal(filled, source, pipeline.key, BigInt(whose.value));
      return deals.createLinkedDeal({ requestId: requestId(request), ...request });
    },
    done: (deal) => {
      rereadLinkedDeals(source.id);
      close();
      openDeal(deal.id);
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    form.submit();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <RestoredDraft shown={form.restored} reset={form.reset} />
      <NewDealFields form={form} />
      <Whose {...whose} />
      <FormButtons cancel={close}>
        <Button type="submit" loading={form.isSending}>
          {t('linked.make')}
        </Button>
      </FormButtons>
    </form>
  );
}

interface DialogProps {
  source: Deal;
  title: string;
  // To choose from.
  pipelines: Pipeline[];
  close: () => void;
}

// Asks what the pipeline wants to know of a new deal, such as of what kind a claim is, and who gets it.
export function LinkedDealDialog({ source, title, pipelines, close }: DialogProps) {
  const { t } = useTranslation();
  const fields = useNamedFields();
  const [chosen, choose] = useState('');
  const [userId, setUserId] = useState('0');
  const pipeline = pipelines.find(({ key }) => key === chosen) ?? pipelines[0];
  return (
    <Dialog opened title={title} close={close}>
      <div className={styles.form}>
        {pipelines.length > 1 && (
          <NativeSelect
            label={t('linked.pipeline')}
            value={pipeline?.key}
            onChange={(event) => choose(event.currentTarget.value)}
            data={pipelines.map(({ key, name }) => ({ value: key, label: name }))}
          />
        )}
        {!fields && <Waiting text={t('session.starting')} />}
        {fields && pipeline && (
          <LinkedDealForm
            key={pipeline.key}
            source={source}
            pipeline={pipeline}
            asked={askedOfLinked(pipeline.quickAddFields, fields)}
            whose={{ value: userId, change: setUserId }}
            close={close}
          />
        )}
      </div>
    </Dialog>
  );
}
