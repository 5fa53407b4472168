import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { deals } from '../api/clients';
import { useFailure } from '../api/use_failure';
import { Failure } from '../components/Failure';
import { useTranslation } from '../i18n/translation';
import { removedStages } from './arrange';
import styles from './pipeline_settings.module.css';
import { stagesLike, withMove } from './stage_moves';
import type { Working } from './use_work';

// How many deals each stage has, once it matters.
function useDealCounts(pipeline: string, isAsked: boolean) {
  const query = useQuery({
    queryKey: ['deals_of_stages', pipeline],
    queryFn: async () => (await deals.listStageTotals({ pipeline })).totals,
    enabled: isAsked,
    staleTime: 0,
  });
  const counts = new Map<string, number>();
  for (const total of query.data ?? []) counts.set(total.stage, (counts.get(total.stage) ?? 0) + Number(total.deals));
  return { counts, failure: useFailure(query) };
}

// Where the deals go of stages that are removed.
export function MovedDeals({ working }: { working: Working }) {
  const { t } = useTranslation();
  const { work, change, problems } = working;
  const { key, stages, moves } = work.typed;
  const removed = removedStages(work);
  const { counts, failure } = useDealCounts(key, removed.length > 0);
  if (failure && removed.length > 0) return <Failure {...failure} />;
  const left = removed.filter((stage) => counts.get(stage.key));
  if (!left.length) return null;
  return (
    <div className={styles.movedDeals}>
      {left.map((stage) => (
        <NativeSelect
          key={stage.key}
          label={t('pipelineSettings.movedDeals', { count: counts.get(stage.key), name: stage.name })}
          value={moves?.[stage.key] ?? ''}
          error={problems.stages !== undefined && !moves?.[stage.key] && t('pipelineSettings.chooseStage')}
          onChange={(event) => change(withMove(work.typed, stage.key, event.currentTarget.value), 'stages')}
          data={[
            { value: '', label: t('pipelineSettings.chooseStage') },
            ...stagesLike(stages, stage).map((other) => ({
              value: other.key,
              label: other.name || t('pipelineSettings.newStage'),
            })),
          ]}
        />
      ))}
    </div>
  );
}
