import { Button } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import type { Condition } from '../gen/voronka/crm/v1/condition_pb';
import type { FilterSubject, SavedFilter } from '../gen/voronka/crm/v1/saved_filter_pb';
import { useTranslation } from '../i18n/translation';

export interface FilterBarProps {
  // What is filtered.
  subject: FilterSubject;
  filter: Condition | undefined;
  // `saved`: the filter was chosen from those that have a name, which may have an order and columns, too.
  onFilter: (filter: Condition | undefined, saved?: SavedFilter) => void;
}

// Takes the filter away.
export function FilterBar({ filter, onFilter }: FilterBarProps) {
  const { t } = useTranslation();
  if (!filter) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconFilterOff size={14} />}
      onClick={() => onFilter(undefined)}
    >
      {t('filters.clear')}
    </Button>
  );
}
