import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import type { BoardFilter } from './board_filter';
import { loadNextPage, type NextPage } from './board_query';
import styles from './Column.module.css';

interface SearchOnProps {
  stage: Stage;
  filter: BoardFilter;
  nextPage: NextPage;
}

// A call looks at a part of a long column only: whoever wants a rare deal asks for the next part.
export function SearchOn({ stage, filter, nextPage }: SearchOnProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const search = () => {
    setAsks(true);
    const end = () => setAsks(false);
    loadNextPage(client, filter, stage.key, nextPage).then(end, end);
  };
  return (
    <div className={styles.searchOn}>
      <Button size="compact-sm" variant="default" loading={asks} onClick={search}>
        {t('filters.searchOn')}
      </Button>
    </div>
  );
}
