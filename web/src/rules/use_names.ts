import { useTranslation } from '../i18n/translation';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { usePeople } from '../people/people';
import { useNamedFields } from './use_named_fields';
import type { Names } from './rule_words';

export function useNames(pipeline: Pick<Pipeline, 'stages'>): Names {
  const { t } = useTranslation();
  const people = usePeople();
  const fields = useNamedFields();
  return { t, pipeline, fields, nameOf: (userId) => people.get(userId)?.displayName ?? '' };
}
