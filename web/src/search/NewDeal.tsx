import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { deals } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { loadCards } from '../cards/card_loader';
import { cardStore } from '../cards/card_store';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { openDeal } from '../navigation/deal_route';
import form from '../style/form.module.css';

// A deal by its name alone, on the first stage of the pipeline. It opens as soon as it is there.
export function NewDeal({ pipeline, close }: { pipeline: Pipeline; close: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const requestId = useRequestId();
  const add = useMutation({
    mutationFn: () =>
      deals.createDeal({ requestId: requestId(name), deal: { name: name.trim(), pipeline: pipeline.key } }),
    onSuccess: (deal) => {
      loadCards(cardStore.putDeals([deal]));
      close();
      openDeal(deal.id);
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className={form.form} onSubmit={submit}>
      <TextInput
        label={t('search.newDealName')}
        description={t('search.newDealIn', { name: pipeline.name })}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={add.error && refusalOf(add.error).message}
        maxLength={200}
        required
        autoFocus
        data-autofocus
      />
      <div className={form.buttons}>
        <Button type="submit" loading={add.isPending}>
          {t('search.makeDeal')}
        </Button>
      </div>
    </form>
  );
}
