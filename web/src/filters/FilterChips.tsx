import { Button, CloseButton } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useFocusPassedOn } from '../components/focus';
import type { Condition } from '../gen/voronka/crm/v1/condition_pb';
import { FilterSubject } from '../gen/voronka/crm/v1/saved_filter_pb';
import { useTranslation } from '../i18n/translation';
import { usePeople } from '../people/people';
import { draftOf, withoutRow } from './draft_filter';
import type { FilterFields } from './filter_fields';
import { rowWords } from './filter_words';
import type { FilterBarProps } from './FilterBar';
import styles from './filters.module.css';
import { sameAmong, useSavedFilters } from './saved_filter_query';
import { useFilterFields } from './use_filter_fields';

interface ChipProps {
  text: string;
  remove: () => void;
}

function Chip({ text, remove }: ChipProps) {
  const { t } = useTranslation();
  const chip = useFocusPassedOn<HTMLLIElement>();
  return (
    <li ref={chip} className={styles.chip}>
      <bdi>{text}</bdi>
      <CloseButton size="sm" aria-label={t('filters.removeChip', { what: text })} onClick={remove} />
    </li>
  );
}

type Said = FilterBarProps & { filter: Condition };

function RowChips({ filter, onFilter, fields }: Said & { fields: FilterFields }) {
  const { t } = useTranslation();
  const people = usePeople();
  const draft = draftOf(filter);
  if (draft.joint === 'complex') return <Chip text={t('filters.complex')} remove={() => onFilter(undefined)} />;
  const { joint, rows } = draft;
  const words = { t, fields, nameOf: (userId: bigint) => people.get(userId)?.displayName ?? '' };
  return (
    <>
      {joint === 'any' && rows.length > 1 && <li className={styles.joint}>{t('filters.anyOf')}</li>}
      {rows.map((row, at) => (
        <Chip
          // They have nothing else that tells one from another.
          key={`${row.field}/${row.way}/${row.values.join()}`}
          text={rowWords(row, words)}
          remove={() => onFilter(withoutRow(filter, at))}
        />
      ))}
    </>
  );
}

// What the screen is filtered by, in words: each part can be taken away.
export function FilterChips(props: Said) {
  const { t } = useTranslation();
  const { subject = FilterSubject.DEALS } = props;
  const fields = useFilterFields(subject);
  const name = sameAmong(useSavedFilters(subject).data, props.filter)?.name;
  return (
    <div className={styles.said}>
      <ul className={styles.chips} aria-label={t('filters.saidList')}>
        {name && (
          <li className={styles.name}>
            <IconBookmark size={14} aria-hidden="true" />
            <bdi>{name}</bdi>
          </li>
        )}
        {fields && <RowChips {...props} fields={fields} />}
      </ul>
      <Button size="compact-sm" variant="subtle" className={styles.clear} onClick={() => props.onFilter(undefined)}>
        {t('filters.clear')}
      </Button>
    </div>
  );
}
