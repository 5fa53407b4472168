import type { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { useFieldSet } from './field_sets';
import { labelOf } from './labels';

// The labels of system fields, by key, as the account has them.
export function useSystemLabels(entity: Entity): (key: string) => string {
  // Renders anew in another language.
  useTranslation();
  const fields = useFieldSet(entity)?.fields ?? [];
  return (key) => labelOf(entity, fields.find((field) => field.key === key) ?? { key, label: '' });
}
