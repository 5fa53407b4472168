import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFailure } from '../api/use_failure';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import type { Queue } from '../gen/voronka/crm/v1/queue_pb';
import { useTranslation } from '../i18n/translation';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { peopleQuery } from '../people/people';
import { editsQueues } from '../people/rights';
import { usePipelines } from '../pipelines/pipelines';
import { queueAt } from '../queues/places';
import { useQueues } from '../queues/queues';
import { BackLink } from '../settings/BackLink';
import { placeAt, settingsPath } from './place';
import { QueueEditor } from './QueueEditor';
import { QueueList } from './QueueList';

interface OneProps {
  pipelines: Pipeline[];
  queues: Queue[];
  address: string;
}

function One({ pipelines, queues, address }: OneProps) {
  const { t } = useTranslation();
  const place = placeAt(pipelines, address);
  return (
    <>
      <BackLink to={settingsPath}>{t('queueSettings.toAll')}</BackLink>
      {place ? (
        <QueueEditor key={address} place={place} queue={queueAt(queues, address)} />
      ) : (
        <Empty title={t('queueSettings.missing')} hint={t('queueSettings.missingHint')} />
      )}
    </>
  );
}

// An editor begins with the people of the account, so it waits for them as well.
function Loaded({ address }: { address: string | undefined }) {
  const people = useQuery(peopleQuery);
  const pipelines = usePipelines();
  const queues = useQueues();
  const failures = [useFailure(people), useFailure(pipelines), useFailure(queues)];
  const failure = failures.find((found) => found);
  if (failure) return <Failure {...failure} />;
  if (!people.data || !pipelines.data || !queues.data) return <Skeleton height={280} radius={12} />;
  const known = { pipelines: pipelines.data, queues: queues.data };
  return address === undefined ? <QueueList {...known} /> : <One {...known} address={address} />;
}

function useTitle(address: string | undefined): string {
  const { t } = useTranslation();
  const place = placeAt(usePipelines().data ?? [], address ?? '');
  return place ? t('queueSettings.titleOf', { stage: place.stage.name }) : t('queueSettings.title');
}

interface QueuesPageProps {
  user: User;
  // The place of the queue, like `first_sales-new`. Undefined: all of them are listed.
  address?: string;
}

// For those who decide who is offered what.
export function QueuesPage({ user, address }: QueuesPageProps) {
  const { t } = useTranslation();
  const title = useTitle(address);
  if (!editsQueues(user)) {
    return (
      <>
        <PageHeader title={t('queueSettings.title')} />
        <Empty title={t('queueSettings.forEditors')} hint={t('queueSettings.forEditorsHint')} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={title} />
      <div className={page.scroll}>
        <div className={page.column}>
          <Loaded address={address} />
        </div>
      </div>
    </>
  );
}
