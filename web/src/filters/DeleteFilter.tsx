import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { savedFilters } from '../api/filter_client';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { Problem } from '../components/Problem';
import type { SavedFilter } from '../gen/voronka/crm/v1/saved_filter_pb';
import { useTranslation } from '../i18n/translation';
import { rereadSavedFilters } from './saved_filter_query';

// Asks once more: others may use the filter.
export function DeleteFilter({ saved }: { saved: SavedFilter }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const [asks, setAsks] = useState(false);
  const remove = useMutation({
    mutationFn: async () => {
      const asked = { savedFilterId: saved.id, etag: saved.etag };
      await savedFilters.deleteSavedFilter({ ...asked, requestId: requestId(asked) });
      await rereadSavedFilters(client);
    },
    onError: (error) => {
      if (refusalOf(error).reason === 'STALE_ETAG') void rereadSavedFilters(client);
    },
  });
  const refusal = remove.error && refusalOf(remove.error);
  return (
    <>
      <Button
        size="compact-md"
        variant={asks ? 'filled' : 'subtle'}
        color="red.8"
        // The words alone are lighter in every shade.
        c={asks ? undefined : 'light-dark(var(--mantine-color-red-8), var(--mantine-color-red-4))'}
        loading={remove.isPending}
        onClick={() => (asks ? remove.mutate() : setAsks(true))}
      >
        {t(asks ? 'filters.deleteSurely' : 'filters.delete')}
      </Button>
      <Problem>
        {refusal && (refusal.reason === 'STALE_ETAG' ? t('filters.changedMeanwhile') : refusal.message)}
      </Problem>
    </>
  );
}
