import { NativeSelect, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useMemo } from 'react';
import { Redirect } from 'wouter';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { boardPath } from '../navigation/board_path';
import { goTo } from '../navigation/go_to';
import { tablePath } from '../navigation/table_path';
import { PageHeader } from '../page/PageHeader';
import { usePageName } from '../page/use_page_name';
import { ViewSwitch } from '../page/ViewSwitch';
import { useEveryPipeline, usePipelines } from '../pipelines/pipelines';
import { oneOf } from './conditions';
import { useDealColumns } from './deal_columns';
import { dealSubject } from './subjects';
import { Table } from './Table';

function PipelineChoice({ current }: { current: Pipeline | undefined }) {
  const { t } = useTranslation();
  const pipelines = usePipelines().data ?? [];
  // An archived one is chosen by its address alone.
  const others = pipelines.filter(({ key }) => key !== current?.key);
  const choices = [...(current ? [current] : []), ...others].map(({ key, name }) => ({ value: key, label: name }));
  return (
    <NativeSelect
      aria-label={t('tables.pipeline')}
      value={current?.key ?? ''}
      onChange={(event) => goTo(tablePath(event.currentTarget.value))}
      data={[{ value: '', label: t('tables.allPipelines') }, ...choices]}
    />
  );
}

function Deals({ pipeline }: { pipeline: Pipeline | undefined }) {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const key = pipeline?.key ?? '';
  const name = pipeline?.name ?? t('tables.allDeals');
  const columns = useDealColumns(key);
  const within = useMemo(() => (key ? oneOf('deal.pipeline', [{ case: 'choice', value: key }]) : undefined), [key]);
  const mayBeIn = useCallback((deal: Deal) => !key || deal.pipeline === key, [key]);
  usePageName(name);
  const choice = <PipelineChoice current={pipeline} />;
  return (
    <>
      <PageHeader title={isNarrow ? choice : name}>
        {!isNarrow && choice}
        {pipeline && (
          <ViewSwitch
            views={[
              { kind: 'board', path: boardPath(key) },
              { kind: 'table', path: tablePath(key) },
            ]}
            current="table"
          />
        )}
      </PageHeader>
      <Table
        label={name}
        subject={dealSubject}
        columns={columns}
        pipelineId={pipeline?.id}
        within={within}
        mayBeIn={mayBeIn}
        empty={{ title: t('tables.noDeals'), hint: t('tables.noDealsHint') }}
      />
    </>
  );
}

// The deals of a pipeline as a table, or, with an empty key, of all pipelines.
export function DealTablePage({ pipeline }: { pipeline: string }) {
  const pipelines = useEveryPipeline();
  if (!pipeline) return <Deals pipeline={undefined} />;
  if (!pipelines) return <Skeleton height={240} radius={12} m="lg" />;
  const found = pipelines.find(({ key }) => key === pipeline);
  return found ? <Deals key={pipeline} pipeline={found} /> : <Redirect to={tablePath('')} replace />;
}
