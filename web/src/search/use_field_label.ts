import { useFieldSets } from '../fields/field_sets';
import { labelOf } from '../fields/labels';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';

const entities: Partial<Record<string, Entity>> = {
  deal: Entity.DEAL,
  contact: Entity.CONTACT,
  company: Entity.COMPANY,
};

// How people call the place that matched, such as `contact.phones`.
export function useFieldLabel(): (field: string) => string {
  const { t } = useTranslation();
  const { data } = useFieldSets();
  return (field) => {
    if (field === 'deal.id') return t('search.number');
    const [owner = '', key = ''] = field.split('.');
    const entity = entities[owner];
    if (entity === undefined) return t('search.text');
    const fields = data?.find((set) => set.entity === entity)?.fields ?? [];
    return labelOf(entity, fields.find((each) => each.key === key) ?? { key, label: '' });
  };
}
