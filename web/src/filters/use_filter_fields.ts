import { useMemo } from 'react';
import { useFieldSets } from '../fields/field_sets';
import type { FilterSubject } from '../gen/voronka/crm/v1/saved_filter_pb';
import { useTranslation } from '../i18n/translation';
import { useEveryPipeline } from '../pipelines/pipelines';
import { filterFields, type FilterFields } from './filter_fields';

// Undefined until they are loaded.
export function useFilterFields(subject: FilterSubject): FilterFields | undefined {
  const sets = useFieldSets().data;
  const pipelines = useEveryPipeline();
  const { t } = useTranslation();
  return useMemo(
    () => sets && pipelines && filterFields(subject, { sets, pipelines, t }),
    [subject, sets, pipelines, t],
  );
}
