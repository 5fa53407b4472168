import { Checkbox } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import type { Problems } from '../settings/problems';
import { mayBeFilterable, mayBeUnique, type DraftField } from './draft_set';
import styles from './field_settings.module.css';

interface IndexChoiceProps {
  field: DraftField;
  problems: Problems;
  change: (part: Partial<DraftField>) => void;
}

// Whether a value may repeat, and whether lists can be filtered by it: what its kind allows.
export function IndexChoice({ field, problems, change }: IndexChoiceProps) {
  const { t } = useTranslation();
  if (!mayBeFilterable(field)) return null;
  return (
    <>
      {mayBeUnique(field) && (
        <Checkbox
          label={t('fieldSettings.unique')}
          description={t('fieldSettings.uniqueHint')}
          checked={field.unique ?? false}
          onChange={(event) => change({ unique: event.currentTarget.checked })}
          error={problems[`${field.id}/unique`]}
        />
      )}
      <Checkbox
        label={t('fieldSettings.filterable')}
        description={t('fieldSettings.filterableHint')}
        checked={field.filterable ?? false}
        onChange={(event) => change({ filterable: event.currentTarget.checked })}
        error={problems[`${field.id}/filterable`]}
      />
      {field.isFilling && (
        <p className={styles.note} role="status">
          {t('fieldSettings.indexFilling')}
        </p>
      )}
    </>
  );
}
