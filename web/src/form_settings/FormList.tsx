import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { Empty } from '../components/Empty';
import type { Form } from '../gen/voronka/crm/v1/form_pb';
import { useTranslation } from '../i18n/translation';
import list from '../settings/list.module.css';
import settings from '../settings/settings.module.css';
import rows from '../style/rows.module.css';
import styles from './form_settings.module.css';
import { NewFormDialog } from './NewFormDialog';
import { StateBadge } from './StateBadge';
import { usePipelineName } from './pipeline_name';

type Shown = 'inUse' | 'archived';

function FormRow({ form }: { form: Form }) {
  const pipelineName = usePipelineName();
  return (
    <li className={rows.row} data-form={form.id}>
      <Link to={`/settings/forms/${form.id}`} className={list.one}>
        <bdi className={list.name}>{form.name}</bdi>
        <p className={rows.when}>{pipelineName(form.pipeline)}</p>
      </Link>
      <StateBadge form={form} />
    </li>
  );
}

function AddButton({ variant, add }: { variant: 'default' | 'filled'; add: () => void }) {
  const { t } = useTranslation();
  return (
    <Button variant={variant} size="sm" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={add}>
      {t('formSettings.add')}
    </Button>
  );
}

function Rows({ forms, shown, add }: { forms: Form[]; shown: Shown; add: () => void }) {
  const { t } = useTranslation();
  const found = forms.filter(({ archiveTime }) => (archiveTime !== undefined) === (shown === 'archived'));
  if (!found.length) {
    return (
      <Empty title={t(`formSettings.none.${shown}`)} hint={t(`formSettings.noneHint.${shown}`)}>
        {shown === 'inUse' && <AddButton variant="filled" add={add} />}
      </Empty>
    );
  }
  return (
    <>
      <ul className={rows.rows}>
        {found.map((form) => (
          <FormRow key={String(form.id)} form={form} />
        ))}
      </ul>
      {shown === 'inUse' && <AddButton variant="default" add={add} />}
    </>
  );
}

// Those in use; the archived ones when they are asked for.
export function FormList({ forms }: { forms: Form[] }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>('inUse');
  const [isAdding, setAdding] = useState(false);
  const choices = (['inUse', 'archived'] as const).map((value) => ({
    value,
    label: t(`formSettings.filters.${value}`),
  }));
  return (
    <>
      <p className={settings.intro}>{t('formSettings.hint')}</p>
      {forms.some(({ archiveTime }) => archiveTime) && (
        <SegmentedControl
          className={styles.filter}
          aria-label={t('formSettings.filter')}
          data={choices}
          value={shown}
          onChange={(chosen) => setShown(chosen as Shown)}
        />
      )}
      <section className={list.block} aria-label={t('formSettings.title')}>
        <Rows forms={forms} shown={shown} add={() => setAdding(true)} />
      </section>
      <NewFormDialog opened={isAdding} close={() => setAdding(false)} />
    </>
  );
}
