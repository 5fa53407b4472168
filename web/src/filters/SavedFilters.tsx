import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import { IconBookmarkPlus, IconCheck, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useFailure } from '../api/use_failure';
import { Failure } from '../components/Failure';
import { useFocusPassedOn } from '../components/focus';
import { Waiting } from '../components/Waiting';
import type { Condition } from '../gen/voronka/crm/v1/condition_pb';
import type { FilterSubject, SavedFilter } from '../gen/voronka/crm/v1/saved_filter_pb';
import { useTranslation } from '../i18n/translation';
import { currentUserId, useName } from '../people/people';
import { isSameFilter } from './filter_link';
import styles from './filters.module.css';
import { mayChangeFilter, useSavedFilters } from './saved_filter_query';
import { SavedFilterForm } from './SavedFilterForm';
import type { Panel } from './use_panel';

interface SavedFiltersProps {
  subject: FilterSubject;
  // The one that the screen has.
  filter: Condition | undefined;
  take: Panel['take'];
  choose: (saved: SavedFilter) => void;
}

interface SavedRowProps {
  saved: SavedFilter;
  isChosen: boolean;
  choose: () => void;
  edit: () => void;
}

// Whose it is, if it is somebody else's; of one's own, whether others see it.
function useFact({ ownerUserId, preset, sharing }: SavedFilter): string {
  const { t } = useTranslation();
  const owner = useName(ownerUserId);
  if (preset) return '';
  if (ownerUserId !== currentUserId()) return owner;
  return sharing ? t('filters.shared') : '';
}

function SavedRow({ saved, isChosen, choose, edit }: SavedRowProps) {
  const { t } = useTranslation();
  const fact = useFact(saved);
  const line = useFocusPassedOn<HTMLLIElement>();
  return (
    <li ref={line} className={styles.saved}>
      <UnstyledButton className={styles.savedName} aria-pressed={isChosen} onClick={choose}>
        <bdi>{saved.name}</bdi>
        {fact && <bdi className={styles.fact}>{fact}</bdi>}
        {isChosen && <IconCheck size={15} aria-hidden="true" />}
      </UnstyledButton>
      {mayChangeFilter(saved) && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('filters.edit', { name: saved.name })}
          title={t('filters.edit', { name: saved.name })}
          onClick={edit}
        >
          <IconPencil size={16} aria-hidden="true" />
        </ActionIcon>
      )}
    </li>
  );
}

const brandNew = 'new';
const keyOf = ({ id, preset }: SavedFilter): string => preset || String(id);

// Those that come with the program, one's own, and those of others. A press applies one.
export function SavedFilters({ subject, filter, take, choose }: SavedFiltersProps) {
  const { t } = useTranslation();
  const list = useSavedFilters(subject);
  const failure = useFailure(list);
  const [edited, edit] = useState<string>();
  const close = () => edit(undefined);
  const form = { subject, take, close };
  return (
    <section className={styles.savedBlock} aria-label={t('filters.saved')}>
      <h3 className={styles.heading}>{t('filters.saved')}</h3>
      {failure && <Failure {...failure} />}
      {list.isPending && !failure && <Waiting text={t('filters.loading')} />}
      <ul className={styles.list}>
        {list.data?.map((saved) =>
          edited === keyOf(saved) ? (
            <li key={keyOf(saved)}>
              <SavedFilterForm {...form} saved={saved} />
            </li>
          ) : (
            <SavedRow
              key={keyOf(saved)}
              saved={saved}
              isChosen={isSameFilter(saved.filter, filter)}
              choose={() => choose(saved)}
              edit={() => edit(keyOf(saved))}
            />
          ),
        )}
      </ul>
      {edited === brandNew ? (
        <SavedFilterForm {...form} saved={undefined} />
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconBookmarkPlus size={14} aria-hidden="true" />}
          onClick={() => edit(brandNew)}
        >
          {t('filters.saveAs')}
        </Button>
      )}
    </section>
  );
}
