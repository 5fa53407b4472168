import { SegmentedControl, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useFailure } from '../api/use_failure';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { MoreButton } from '../components/MoreButton';
import { HeldForm_State } from '../gen/voronka/crm/v1/held_form_pb';
import { useTranslation } from '../i18n/translation';
import rows from '../inquiries/rows.module.css';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { useHeldForms } from './held_form_query';
import { HeldFormRow } from './HeldFormRow';

function HeldFormList({ state }: { state: HeldForm_State }) {
  const { t } = useTranslation();
  const list = useHeldForms(state);
  const failure = useFailure(list);
  if (failure) return <Failure {...failure} />;
  if (!list.data) return <Skeleton height={180} radius={12} />;
  const found = list.data.pages.flatMap(({ heldForms }) => heldForms);
  const waits = state === HeldForm_State.WAITING;
  if (!found.length) {
    return (
      <Empty
        title={waits ? t('heldForms.empty') : t('heldForms.noneDiscarded')}
        hint={waits ? t('heldForms.emptyHint') : t('heldForms.noneDiscardedHint')}
      />
    );
  }
  return (
    <>
      <p className={rows.hint}>{waits ? t('heldForms.hint') : t('heldForms.discardedHint')}</p>
      <ul className={rows.rows}>
        {found.map((held) => (
          <HeldFormRow key={String(held.id)} held={held} />
        ))}
      </ul>
      <MoreButton list={list} className={rows.more} />
    </>
  );
}

// For those who lead others: submissions that look as if a program had sent them, but may still come from a client.
export function HeldFormsPage() {
  const { t } = useTranslation();
  const [shown, setShown] = useState('waiting');
  const choices = [
    { value: 'waiting', label: t('heldForms.waiting') },
    { value: 'discarded', label: t('heldForms.deleted') },
  ];
  return (
    <>
      <PageHeader title={t('heldForms.title')}>
        <SegmentedControl
          size="sm"
          aria-label={t('heldForms.filter')}
          data={choices}
          value={shown}
          onChange={setShown}
        />
      </PageHeader>
      <div className={page.scroll}>
        <div className={page.column}>
          <HeldFormList state={shown === 'waiting' ? HeldForm_State.WAITING : HeldForm_State.DISCARDED} />
        </div>
      </div>
    </>
  );
}
