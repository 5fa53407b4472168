import { Button } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { deals } from '../api/clients';
import { FormButtons } from '../components/FormButtons';
import { RestoredDraft } from '../components/RestoredDraft';
import { Waiting } from '../components/Waiting';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { openDeal } from '../navigation/deal_route';
import { askedFields, newDeal } from '../new_deal/new_deal';
import { NewDealFields } from '../new_deal/NewDealFields';
import { useNewDeal } from '../new_deal/use_new_deal';
import type { NamedField } from '../rules/named_fields';
import { useNamedFields } from '../rules/use_named_fields';
import styles from '../style/form.module.css';

// Where a deal begins that nobody puts on a stage.
const anyStage = '';

interface NewDealProps {
  pipeline: Pipeline;
  close: () => void;
}

function Form({ pipeline, asked, close }: NewDealProps & { asked: NamedField[] }) {
  const { t } = useTranslation();
  const form = useNewDeal({
    draft: `new-deal-${pipeline.key}`,
    asked,
    send: (filled, requestId) => {
      const request = newDeal(filled, pipeline.key, anyStage);
      return deals.createDeal({ requestId: requestId(request), ...request });
    },
    done: (deal) => {
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
      <p className={styles.explanation}>{t('search.newDealIn', { name: pipeline.name })}</p>
      <NewDealFields form={form} />
      <FormButtons cancel={close}>
        <Button type="submit" loading={form.isSending}>
          {t('search.makeDeal')}
        </Button>
      </FormButtons>
    </form>
  );
}

// A deal with what the pipeline asks for about a new one. It opens as soon as it is there.
export function NewDeal({ pipeline, close }: NewDealProps) {
  const { t } = useTranslation();
  const fields = useNamedFields();
  if (!fields) return <Waiting text={t('session.starting')} />;
  return <Form pipeline={pipeline} asked={askedFields(pipeline.quickAddFields, fields)} close={close} />;
}
