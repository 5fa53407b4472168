import { SegmentedControl, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useFailure } from '../api/use_failure';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { MoreButton } from '../components/MoreButton';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import rows from '../inquiries/rows.module.css';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { leads } from '../people/rights';
import { onRowKey } from './keys';
import { useFollowUnsorted, useUnsorted, type Shown } from './unsorted_query';
import { UnsortedRow } from './UnsortedRow';

function UnsortedList({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const list = useUnsorted(shown);
  const found = list.data?.pages.flatMap(({ inquiries }) => inquiries) ?? [];
  const taken = useFollowUnsorted(found.flatMap(({ deal }) => deal?.id ?? []));
  const failure = useFailure(list);
  if (failure) return <Failure {...failure} />;
  if (!list.data) return <Skeleton height={180} radius={12} />;
  if (!found.length) return <Empty title={t(`unsorted.empty.${shown}`)} hint={t(`unsorted.emptyHint.${shown}`)} />;
  return (
    <>
      <p className={rows.hint}>{t(`unsorted.hint.${shown}`)}</p>
      <ul className={rows.rows} onKeyDown={onRowKey}>
        {found.map((entry) => (
          <UnsortedRow
            key={String(entry.deal?.id)}
            entry={entry}
            shown={shown}
            taken={taken.get(entry.deal?.id ?? 0n)}
          />
        ))}
      </ul>
      <MoreButton list={list} className={rows.more} />
    </>
  );
}

// Inquiries that nobody has yet, for all who see them; for whoever leads others, those that were declined, too.
export function UnsortedPage({ user }: { user: User }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>('waiting');
  const choices: Shown[] = leads(user) ? ['waiting', 'hidden', 'declined'] : ['waiting', 'hidden'];
  return (
    <>
      <PageHeader title={t('unsorted.title')}>
        <SegmentedControl
          size="sm"
          aria-label={t('unsorted.filter')}
          data={choices.map((value) => ({ value, label: t(`unsorted.shown.${value}`) }))}
          value={shown}
          onChange={(value) => setShown(choices.find((choice) => choice === value) ?? 'waiting')}
        />
      </PageHeader>
      <div className={page.scroll}>
        <div className={page.column}>
          <UnsortedList key={shown} shown={shown} />
        </div>
      </div>
    </>
  );
}
