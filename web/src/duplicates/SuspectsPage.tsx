import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { useFailure } from '../api/use_failure';
import { ClientLink } from '../clients/ClientLink';
import type { Client, ClientKind } from '../clients/client_kinds';
import { Failure } from '../components/Failure';
import { MoreButton } from '../components/MoreButton';
import { showToast } from '../components/toasts';
import { Suspect_Reason as Reason, type Suspect, type Suspect_Likeness } from '../gen/voronka/crm/v1/merge_pb';
import { useTranslation } from '../i18n/translation';
import { Box } from '../page/Block';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import rows from '../style/rows.module.css';
import styles from './duplicates.module.css';
import { MergeDialog } from './MergeDialog';
import { dismissSuspect, kindOf } from './merge_kinds';
import { rereadSuspects, useSuspects } from './merge_query';

const reasons = {
  [Reason.UNSPECIFIED]: 'duplicates.reasons.other',
  [Reason.PHONE]: 'duplicates.reasons.phone',
  [Reason.EMAIL]: 'duplicates.reasons.email',
  [Reason.TAX_NUMBER]: 'duplicates.reasons.taxNumber',
  [Reason.NAME]: 'duplicates.reasons.name',
  [Reason.NAME_AND_CITY]: 'duplicates.reasons.nameAndCity',
} as const satisfies Record<Reason, string>;

// An older client once, with all that the two have in common.
interface Older {
  id: bigint;
  name: string;
  reasons: Reason[];
}

function olderOf(likenesses: Suspect_Likeness[]): Older[] {
  const found = new Map<bigint, Older>();
  for (const { clientId, name, reason } of likenesses) {
    const known = found.get(clientId) ?? { id: clientId, name, reasons: [] };
    found.set(clientId, { ...known, reasons: [...known.reasons, reason] });
  }
  return [...found.values()];
}

interface RowProps<T extends Client> {
  kind: ClientKind<T>;
  suspect: Suspect;
  older: Older;
  merge: (ids: readonly [bigint, bigint]) => void;
}

function Row<T extends Client>({ kind, suspect, older, merge }: RowProps<T>) {
  const { t } = useTranslation();
  const nameless = t('deal.namelessContact');
  const requestId = useRequestId();
  const dismissing = useMutation({
    mutationFn: () => dismissSuspect(kindOf(kind), suspect.clientId, requestId(suspect.clientId)),
    onSuccess: rereadSuspects,
    onError: (error) => showToast(refusalOf(error).message),
  });
  return (
    <li className={rows.row} data-suspect={suspect.clientId}>
      <div className={rows.what}>
        <ClientLink kind={kind} id={suspect.clientId} text={suspect.name || nameless} /> —{' '}
        <ClientLink kind={kind} id={older.id} text={older.name || nameless} />
        <p className={rows.when}>{older.reasons.map((reason) => t(reasons[reason])).join(', ')}</p>
      </div>
      <Button variant="subtle" size="compact-sm" loading={dismissing.isPending} onClick={() => dismissing.mutate()}>
        {t('duplicates.dismiss')}
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => merge([older.id, suspect.clientId])}>
        {t('duplicates.merge')}
      </Button>
    </li>
  );
}

function List<T extends Client>({ kind }: { kind: ClientKind<T> }) {
  const { t } = useTranslation();
  const query = useSuspects(kindOf(kind));
  const failure = useFailure(query);
  const [ids, merge] = useState<readonly [bigint, bigint]>();
  const suspects = query.data?.pages.flatMap((each) => each.suspects) ?? [];
  if (failure) return <Failure {...failure} />;
  return (
    <Box>
      {query.data && !suspects.length && !query.hasNextPage && <p className={rows.none}>{t('duplicates.none')}</p>}
      <ul className={rows.rows}>
        {suspects.flatMap((suspect) =>
          olderOf(suspect.likenesses).map((older) => (
            <Row key={`${suspect.clientId}-${older.id}`} {...{ kind, suspect, older, merge }} />
          )),
        )}
      </ul>
      <MoreButton list={query} size="compact-sm" />
      {ids && <MergeDialog kind={kind} ids={ids} close={() => merge(undefined)} />}
    </Box>
  );
}

const others = { contact: '/companies/duplicates', company: '/contacts/duplicates' } as const;

// Clients who may be in the account twice, with the reason.
export function SuspectsPage<T extends Client>({ kind }: { kind: ClientKind<T> }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t(`duplicates.suspects.${kind.name}`)} />
      <div className={page.scroll}>
        <div className={page.column}>
          <p className={styles.kinds}>
            {t('duplicates.hint')} <Link to={others[kind.name]}>{t(`duplicates.others.${kind.name}`)}</Link>{' '}
            <Link to="/contacts/shared">{t('duplicates.sharedPage')}</Link>
          </p>
          <List kind={kind} />
        </div>
      </div>
    </>
  );
}
