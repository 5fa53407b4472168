import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { useEveryPipeline } from '../pipelines/pipelines';
import settings from '../settings/settings.module.css';
import list from '../settings/list.module.css';
import rows from '../style/rows.module.css';
import { NewPipelineDialog } from './NewPipelineDialog';

function Facts({ pipeline }: { pipeline: Pipeline }) {
  const { t } = useTranslation();
  const rules = pipeline.stages.reduce((sum, stage) => sum + stage.rules.length, 0);
  const facts = [
    t('pipelineSettings.stages', { count: pipeline.stages.length }),
    rules > 0 && t('pipelineSettings.rules', { count: rules }),
    pipeline.defaultForInquiries && t('pipelineSettings.isDefault'),
    pipeline.archiveTime && t('pipelineSettings.archived'),
  ];
  return <p className={rows.when}>{facts.filter(Boolean).join(' · ')}</p>;
}

// Those in use, then the archived ones.
export function PipelineList() {
  const { t } = useTranslation();
  const every = useEveryPipeline() ?? [];
  const [isAdding, setAdding] = useState(false);
  const inOrder = [...every.filter((one) => !one.archiveTime), ...every.filter((one) => one.archiveTime)];
  return (
    <>
      <p className={settings.intro}>{t('pipelineSettings.hint')}</p>
      <section className={list.block} aria-label={t('pipelineSettings.title')}>
        <ul className={rows.rows}>
          {inOrder.map((pipeline) => (
            <li key={pipeline.key} className={rows.row} data-pipeline={pipeline.key}>
              <Link to={`/settings/pipelines/${pipeline.key}`} className={list.one}>
                <bdi className={list.name}>{pipeline.name}</bdi>
                <Facts pipeline={pipeline} />
              </Link>
            </li>
          ))}
        </ul>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus size={15} aria-hidden="true" />}
          onClick={() => setAdding(true)}
        >
          {t('pipelineSettings.add')}
        </Button>
      </section>
      <NewPipelineDialog opened={isAdding} close={() => setAdding(false)} />
    </>
  );
}
