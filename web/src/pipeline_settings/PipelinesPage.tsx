import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFailure } from '../api/use_failure';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { isAdmin } from '../people/rights';
import { useEveryPipeline, usePipelines } from '../pipelines/pipelines';
import { BackLink } from '../settings/BackLink';
import { PipelineEditor } from './PipelineEditor';
import { PipelineList } from './PipelineList';

export const settingsPath = '/settings/pipelines';

function Loaded({ children }: { children: ReactNode }) {
  const failure = useFailure(usePipelines());
  const every = useEveryPipeline();
  if (failure) return <Failure {...failure} />;
  return every ? children : <Skeleton height={280} radius={12} />;
}

function One({ pipelineKey }: { pipelineKey: string }) {
  const { t } = useTranslation();
  const pipeline = useEveryPipeline()?.find(({ key }) => key === pipelineKey);
  return (
    <>
      <BackLink to={settingsPath} text={t('pipelineSettings.toAll')} />
      {pipeline ? (
        <PipelineEditor key={pipelineKey} pipeline={pipeline} />
      ) : (
        <Empty title={t('pipelineSettings.missing')} />
      )}
    </>
  );
}

interface PipelinesPageProps {
  user: User;
  // Undefined: all of them are listed.
  pipeline?: string;
}

// For admins: pipelines, their stages and what the stages ask for.
export function PipelinesPage({ user, pipeline }: PipelinesPageProps) {
  const { t } = useTranslation();
  const name = useEveryPipeline()?.find(({ key }) => key === pipeline)?.name;
  if (!isAdmin(user)) {
    return (
      <>
        <PageHeader title={t('pipelineSettings.title')} />
        <Empty title={t('pipelineSettings.forAdmins')} hint={t('pipelineSettings.forAdminsHint')} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={name ?? t('pipelineSettings.title')} />
      <div className={page.scroll}>
        <div className={page.column}>
          <Loaded>{pipeline === undefined ? <PipelineList /> : <One pipelineKey={pipeline} />}</Loaded>
        </div>
      </div>
    </>
  );
}
