import { ActionIcon, Button, TextInput, UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type SubmitEvent } from 'react';
import { deals } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { loadCards } from '../cards/card_loader';
import { cardStore } from '../cards/card_store';
import { onEscape } from '../components/escape';
import { useInPlace } from '../components/focus';
import { RestoredDraft } from '../components/RestoredDraft';
import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { useDraft } from '../session/draft';
import styles from './QuickAdd.module.css';

interface QuickAddProps {
  stage: Stage;
  pipeline: string;
}

function QuickAddForm({ stage, pipeline, close }: QuickAddProps & { close: () => void }) {
  const { t } = useTranslation();
  const [name, setName, restored] = useDraft(`deal-${pipeline}-${stage.key}`);
  const requestId = useRequestId();
  const add = useMutation({
    mutationFn: () =>
      deals.createDeal({ requestId: requestId(name), deal: { name: name.trim(), pipeline, stage: stage.key } }),
    onSuccess: (deal) => {
      loadCards(cardStore.putDeals([deal]));
      setName('');
      requestId(deal.id);
    },
  });
  const refusal = add.error && refusalOf(add.error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    add.mutate();
  };

  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={onEscape(close)}>
      <RestoredDraft shown={restored} reset={() => setName('')} />
      <TextInput
        size="sm"
        aria-label={t('board.quickAddName')}
        placeholder={t('board.quickAddName')}
        description={t('board.quickAddHint')}
        inputWrapperOrder={['input', 'description', 'error']}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={refusal && (refusal.fields['deal.name'] ?? refusal.message)}
        autoFocus
      />
      <div className={styles.buttons}>
        <Button size="compact-sm" type="submit" loading={add.isPending}>
          {t('actions.add')}
        </Button>
        <ActionIcon variant="subtle" color="gray" aria-label={t('actions.close')} onClick={close}>
          <IconX size={16} />
        </ActionIcon>
      </div>
    </form>
  );
}

export function QuickAdd(props: QuickAddProps) {
  const { t } = useTranslation();
  const form = useInPlace();
  if (form.isOpen) return <QuickAddForm {...props} close={form.close} />;
  return (
    <UnstyledButton
      className={styles.button}
      aria-label={t('board.quickAddIn', { stage: props.stage.name })}
      onClick={form.open}
      autoFocus={form.returns}
    >
      <IconPlus size={15} aria-hidden="true" /> {t('board.quickAdd')}
    </UnstyledButton>
  );
}
