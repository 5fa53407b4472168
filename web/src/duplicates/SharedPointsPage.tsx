import { Button, Skeleton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { useFailure } from '../api/use_failure';
import { timestampText } from '../calendar/date_text';
import { contactKind } from '../clients/client_kinds';
import { ClientLink } from '../clients/ClientLink';
import { Failure } from '../components/Failure';
import { showToast } from '../components/toasts';
import type { MarkedPoint } from '../gen/voronka/crm/v1/shared_point_pb';
import { phoneText } from '../i18n/phone';
import { useTranslation } from '../i18n/translation';
import { Box } from '../page/Block';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { useName } from '../people/people';
import rows from '../style/rows.module.css';
import styles from './duplicates.module.css';
import { sharedPoints } from './merge_client';
import { rereadSharedPoints, useMarkedPoints } from './merge_query';

interface RowProps {
  marked: MarkedPoint;
  phone: string;
  email: string;
}

function Holders({ holders }: Pick<MarkedPoint, 'holders'>) {
  const { t } = useTranslation();
  if (!holders.length) return t('duplicates.nobodys');
  return holders.map(({ contactId, name }, at) => (
    <span key={String(contactId)}>
      {at > 0 && ', '}
      <ClientLink kind={contactKind} id={contactId} text={name || t('deal.namelessContact')} />
    </span>
  ));
}

// What several contacts have is not one's alone again, so that the mark stays.
function Row({ marked: { holders, hasSeveral, sharedPoint }, phone, email }: RowProps) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const markedBy = useName(sharedPoint?.userId ?? 0n);
  const contactId = holders[0]?.contactId ?? 0n;
  const removing = useMutation({
    mutationFn: async () => {
      const point = phone ? { case: 'phone' as const, value: phone } : { case: 'email' as const, value: email };
      await sharedPoints.unmarkSharedPoint({ contactId, point, requestId: requestId([point, contactId]) });
    },
    onSettled: () => rereadSharedPoints(contactId),
    onError: (error) => showToast(refusalOf(error).message),
  });
  const shown = phone ? phoneText(phone) : email;
  return (
    <li className={rows.row} data-point={phone || email}>
      <div className={rows.what}>
        <bdi>{shown}</bdi> — <Holders holders={holders} />
        <p className={rows.when}>
          {markedBy && <bdi>{markedBy}</bdi>} <time>{timestampText(sharedPoint?.createTime)}</time>
        </p>
      </div>
      {!hasSeveral && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`${t('duplicates.unmark')}: ${shown}`}
          loading={removing.isPending}
          onClick={() => removing.mutate()}
        >
          {t('duplicates.unmark')}
        </Button>
      )}
    </li>
  );
}

function List() {
  const { t } = useTranslation();
  const query = useMarkedPoints();
  const failure = useFailure(query);
  if (failure) return <Failure {...failure} />;
  if (!query.data) return <Skeleton height={120} radius={10} />;
  const { markedPoints } = query.data;
  return (
    <Box>
      {!markedPoints.length && <p className={rows.none}>{t('duplicates.noneShared')}</p>}
      <ul className={rows.rows}>
        {markedPoints.map((marked) => {
          const { phone = '', email = '' } = marked.sharedPoint ?? {};
          return <Row key={phone || email} {...{ marked, phone, email }} />;
        })}
      </ul>
    </Box>
  );
}

// The phones and emails of the account by which nobody is recognized.
export function SharedPointsPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('duplicates.sharedPage')} />
      <div className={page.scroll}>
        <div className={page.column}>
          <p className={styles.kinds}>
            {t('duplicates.sharedHint')} <Link to="/contacts/duplicates">{t('duplicates.suspects.contact')}</Link>
          </p>
          <List />
        </div>
      </div>
    </>
  );
}
