import { TextInput, UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useState, type SubmitEvent } from 'react';
import { deals } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { loadCards } from '../cards/card_loader';
import { cardStore } from '../cards/card_store';
import { deferred } from '../components/deferred';
import { onEscape } from '../components/escape';
import { useInPlace } from '../components/focus';
import { RestoredDraft } from '../components/RestoredDraft';
import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { dealWords } from '../pipelines/deal_words';
import { usePipeline } from '../pipelines/pipelines';
import { useDraft } from '../session/draft';
import styles from './QuickAdd.module.css';
import { QuickAddButtons } from './QuickAddButtons';

// With the editors of all kinds of fields, which a column that asks for a name alone does not need.
const quickAddFields = deferred(async () => (await import('./QuickAddFields')).QuickAddFields);

interface QuickAddProps {
  stage: Stage;
  pipeline: string;
}

// Asks for the name of a deal alone.
function NameForm({ stage, pipeline, close }: QuickAddProps & { close: () => void }) {
  const { t } = useTranslation();
  const words = dealWords(usePipeline(pipeline));
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
        aria-label={t(words.addName)}
        placeholder={t(words.addName)}
        description={t(words.addHint)}
        inputWrapperOrder={['input', 'description', 'error']}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={refusal && (refusal.fields['deal.name'] ?? refusal.message)}
        autoFocus
      />
      <QuickAddButtons isSending={add.isPending} close={close} />
    </form>
  );
}

// Whether the name is not for the user to give, so that the form says who gives it.
function useNameLock(isAsked: boolean): boolean {
  const [isLocked, setLocked] = useState(false);
  useEffect(() => {
    if (!isAsked) return;
    import('./name_lock').then(({ isNameLocked }) => setLocked(isNameLocked())).catch(() => undefined);
  }, [isAsked]);
  return isLocked;
}

export function QuickAdd({ stage, pipeline }: QuickAddProps) {
  const { t } = useTranslation();
  const form = useInPlace();
  const known = usePipeline(pipeline);
  const words = dealWords(known);
  const names = known?.quickAddFields ?? [];
  const isNameAlone = names.every((name) => name === 'deal.name');
  const isLocked = useNameLock(form.isOpen && isNameAlone);
  const isName = isNameAlone && !isLocked;
  if (form.isOpen && isName) return <NameForm stage={stage} pipeline={pipeline} close={form.close} />;
  if (form.isOpen) {
    return <quickAddFields.Component pipeline={pipeline} stage={stage.key} names={names} close={form.close} />;
  }
  return (
    <UnstyledButton
      className={styles.button}
      aria-label={t(words.addIn, { stage: stage.name })}
      onClick={form.open}
      onPointerEnter={isName ? undefined : quickAddFields.load}
      autoFocus={form.returns}
    >
      <IconPlus size={15} aria-hidden="true" /> {t(words.add)}
    </UnstyledButton>
  );
}
