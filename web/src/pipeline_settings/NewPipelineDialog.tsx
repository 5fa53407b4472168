import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { pipelines } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { Dialog } from '../components/Dialog';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { showToast } from '../components/toasts';
import { useTranslation } from '../i18n/translation';
import { useEveryPipeline } from '../pipelines/pipelines';
import form from '../style/form.module.css';
import { newPipeline } from './new_pipeline';
import { putPipeline } from './put_pipeline';

function NewPipelineForm({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const every = useEveryPipeline() ?? [];
  const [name, setName] = useState('');
  const [copied, setCopied] = useState('');
  const add = useMutation({
    mutationFn: () =>
      pipelines.createPipeline({
        requestId: requestId([name, copied]),
        pipeline: newPipeline(
          name,
          every,
          every.find(({ key }) => key === copied),
          t,
        ),
      }),
    onSuccess: (made) => {
      putPipeline(client, made);
      showToast(t('pipelineSettings.created', { name: made.name }), 'good');
      close();
      navigate(`/settings/pipelines/${made.key}`);
    },
  });
  const refusal = add.error && refusalOf(add.error);
  const aboutName = refusal?.fields['pipeline.name'];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className={form.form} onSubmit={submit}>
      <TextInput
        label={t('pipelineSettings.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={aboutName}
        maxLength={100}
        autoComplete="off"
        data-autofocus
      />
      <NativeSelect
        label={t('pipelineSettings.copyOf')}
        value={copied}
        onChange={(event) => setCopied(event.currentTarget.value)}
        data={[
          { value: '', label: t('pipelineSettings.usualStages') },
          ...every.map((pipeline) => ({ value: pipeline.key, label: pipeline.name })),
        ]}
      />
      <Problem>{!aboutName && refusal?.message}</Problem>
      <FormButtons cancel={close}>
        <Button type="submit" loading={add.isPending}>
          {t('pipelineSettings.create')}
        </Button>
      </FormButtons>
    </form>
  );
}

export function NewPipelineDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} close={close} title={t('pipelineSettings.addTitle')}>
      <NewPipelineForm close={close} />
    </Dialog>
  );
}
