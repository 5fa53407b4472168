import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { forms } from '../api/later_clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { Dialog } from '../components/Dialog';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { showToast } from '../components/toasts';
import { useTranslation } from '../i18n/translation';
import styles from '../style/form.module.css';
import { putForm } from './form_query';
import { PipelineSelect } from './PipelineSelect';

function NewForm({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const [name, setName] = useState('');
  const [pipeline, setPipeline] = useState('');
  const add = useMutation({
    mutationFn: () =>
      forms.createForm({ requestId: requestId([name, pipeline]), form: { name: name.trim(), pipeline } }),
    onSuccess: (made) => {
      putForm(client, made);
      showToast(t('formSettings.created', { name: made.name }), 'good');
      close();
      navigate(`/settings/forms/${made.id}`);
    },
  });
  const refusal = add.error && refusalOf(add.error);
  const { 'form.name': aboutName, 'form.pipeline': aboutPipeline } = refusal?.fields ?? {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('formSettings.name')}
        description={t('formSettings.nameHint')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={aboutName}
        maxLength={200}
        autoComplete="off"
        data-autofocus
      />
      <PipelineSelect value={pipeline} change={setPipeline} problem={aboutPipeline} />
      <Problem>{!aboutName && !aboutPipeline && refusal?.message}</Problem>
      <FormButtons cancel={close}>
        <Button type="submit" loading={add.isPending}>
          {t('formSettings.create')}
        </Button>
      </FormButtons>
    </form>
  );
}

// A name is all that a form needs at first; the rest is on its own page.
export function NewFormDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} close={close} title={t('formSettings.add')}>
      <NewForm close={close} />
    </Dialog>
  );
}
