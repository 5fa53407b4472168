import { Badge } from '@mantine/core';
import { Link } from 'wouter';
import { timestampText } from '../calendar/date_text';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Inquiry } from '../gen/voronka/crm/v1/inquiry_pb';
import type { UnsortedInquiry } from '../gen/voronka/crm/v1/unsorted_pb';
import { dealName } from '../i18n/deal_name';
import { useTranslation } from '../i18n/translation';
import { InquiryDetails } from '../inquiries/InquiryDetails';
import rows from '../inquiries/rows.module.css';
import { Wrote } from '../inquiries/Wrote';
import { useName } from '../people/people';
import { usePipeline } from '../pipelines/pipelines';
import { placeIn } from './place';
import { RowActions } from './RowActions';
import styles from './unsorted.module.css';
import type { Shown } from './unsorted_query';

// Where the client is, by what they filled in and by their phone's number.
function Place({ entry }: { entry: UnsortedInquiry }) {
  const { t } = useTranslation();
  const named = placeIn(entry.inquiries);
  return (
    <>
      {named && (
        <Badge variant="light" title={t('unsorted.byForm')}>
          {named}
        </Badge>
      )}
      {entry.phoneRegion && (
        <Badge variant="light" color="gray" title={t('unsorted.byPhone')}>
          {entry.phoneRegion}
        </Badge>
      )}
    </>
  );
}

function Said({ inquiry }: { inquiry: Inquiry }) {
  return (
    <div className={styles.said}>
      <p className={rows.when}>
        <time>{timestampText(inquiry.createTime)}</time>
        {inquiry.sourceName && ' · '}
        <bdi>{inquiry.sourceName}</bdi>
      </p>
      <Wrote inquiry={inquiry} />
      <InquiryDetails inquiry={inquiry} />
    </div>
  );
}

function WhyDeclined({ entry, deal }: { entry: UnsortedInquiry; deal: Deal }) {
  const { t } = useTranslation();
  const name = useName(entry.declinedByUserId) || t('timeline.service');
  const reasons = usePipeline(deal.pipeline)?.lossReasons ?? [];
  const reason = reasons.find(({ key }) => key === deal.lossReason)?.name ?? deal.lossReason;
  return (
    <p className={rows.why}>
      {t('unsorted.declinedBy', { name, reason })}
      {deal.lossComment && ': '}
      <bdi>{deal.lossComment}</bdi>
    </p>
  );
}

interface UnsortedRowProps {
  entry: UnsortedInquiry;
  shown: Shown;
  // The deal, if somebody else has just taken it.
  taken: Deal | undefined;
}

export function UnsortedRow({ entry, shown, taken }: UnsortedRowProps) {
  const { t } = useTranslation();
  const taker = useName(taken?.responsibleUserId ?? 0n);
  const pipeline = usePipeline(entry.deal?.pipeline ?? '');
  const { deal, inquiries } = entry;
  if (!deal) return null;
  const client = inquiries.find(({ clientName }) => clientName)?.clientName;
  return (
    <li className={`${rows.row} ${styles.row}`} data-unsorted={deal.id} data-taken={taken && true} tabIndex={0}>
      <div className={rows.what}>
        <h2 className={styles.name}>
          <Link to={`/deals/${deal.id}`} state={{ over: true }}>
            <bdi>{deal.name || client || dealName(deal.id)}</bdi>
          </Link>
          <Place entry={entry} />
        </h2>
        <p className={rows.when}>
          <bdi>{pipeline?.name}</bdi>
          {deal.sortDeadline && ` · ${t('unsorted.deadline', { time: timestampText(deal.sortDeadline) })}`}
        </p>
        {inquiries.map((inquiry) => (
          <Said key={String(inquiry.id)} inquiry={inquiry} />
        ))}
        {shown === 'declined' && <WhyDeclined entry={entry} deal={deal} />}
      </div>
      {taken ? (
        <p className={styles.taken} role="status">
          {t('unsorted.takenBy', { name: taker })}
        </p>
      ) : (
        <RowActions deal={deal} shown={shown} />
      )}
    </li>
  );
}
