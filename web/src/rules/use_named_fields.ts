import { useMemo } from 'react';
import { useFieldSets } from '../fields/field_sets';
import { useTranslation } from '../i18n/translation';
import { namedFields, type NamedFields } from './named_fields';

// Undefined until they are loaded.
export function useNamedFields(): NamedFields | undefined {
  const { data } = useFieldSets();
  const { language } = useTranslation().i18n;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the language stands for the usual labels
  return useMemo(() => data && namedFields(data), [data, language]);
}
