import { Skeleton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useFailure } from '../api/use_failure';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { MoreButton } from '../components/MoreButton';
import { FieldSetSchema } from '../gen/voronka/crm/v1/field_set_pb';
import { PipelineSchema } from '../gen/voronka/crm/v1/pipeline_pb';
import { RoleAccessSchema } from '../gen/voronka/crm/v1/role_access_pb';
import { useTranslation } from '../i18n/translation';
import { resourcesOf } from '../live/changes';
import { changeTopic } from '../live/topics';
import settings from '../settings/settings.module.css';
import styles from './configuration.module.css';
import { FirstRow } from './FirstRow';
import { rereadVersions, useVersions } from './queries';
import { VersionRow } from './VersionRow';

// What somebody changes by hand is a version, too.
function useFollowChanges(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      changeTopic.subscribe((changes) => {
        const changed = [
          ...resourcesOf(changes, PipelineSchema),
          ...resourcesOf(changes, FieldSetSchema),
          ...resourcesOf(changes, RoleAccessSchema),
        ];
        if (changed.length) rereadVersions(client);
      }),
    [client],
  );
}

function Versions() {
  const { t } = useTranslation();
  const query = useVersions();
  const failure = useFailure(query);
  useFollowChanges();
  const versions = query.data?.pages.flatMap((page) => page.versions);
  if (failure) return <Failure {...failure} />;
  if (!versions) return <Skeleton height={220} radius={12} />;
  if (!versions.length) return <Empty title={t('configuration.noHistory')} hint={t('configuration.noHistoryHint')} />;
  return (
    <>
      <ol className={styles.versions}>
        {versions.map((version, at) => (
          <VersionRow key={String(version.version)} version={version} isNewest={at === 0} />
        ))}
        {!query.hasNextPage && <FirstRow until={versions.at(-1)?.createTime} />}
      </ol>
      <MoreButton list={query} />
    </>
  );
}

// The versions of the configuration, newest first.
export function History() {
  const { t } = useTranslation();
  return (
    <>
      <p className={settings.intro}>{t('configuration.historyHint')}</p>
      <Versions />
    </>
  );
}
