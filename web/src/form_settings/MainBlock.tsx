import { Checkbox, TextInput } from '@mantine/core';
import type { Form } from '../gen/voronka/crm/v1/form_pb';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import styles from '../style/form.module.css';
import { PipelineSelect } from './PipelineSelect';
import type { Working } from './use_work';

// What the form is called, where its inquiries go, and whether it takes any.
export function MainBlock({ working, form }: { working: Working; form: Form }) {
  const { t } = useTranslation();
  const { work, problems, put } = working;
  const { name, pipeline, accepts } = work.typed;
  return (
    <Block title={t('formSettings.main')}>
      <div className={styles.form}>
        <TextInput
          label={t('formSettings.name')}
          description={t('formSettings.nameHint')}
          value={name}
          onChange={(event) => put({ name: event.currentTarget.value }, 'name')}
          error={problems.name}
          maxLength={200}
          autoComplete="off"
        />
        <PipelineSelect
          value={pipeline}
          saved={form.pipeline}
          change={(key) => put({ pipeline: key }, 'pipeline')}
          problem={problems.pipeline}
        />
        <Checkbox
          label={t('formSettings.accepts')}
          description={t(form.archiveTime ? 'formSettings.acceptsArchived' : 'formSettings.acceptsHint')}
          checked={accepts}
          onChange={(event) => put({ accepts: event.currentTarget.checked }, 'state')}
          error={problems.state}
        />
      </div>
    </Block>
  );
}
