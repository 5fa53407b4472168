import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { showToast } from '../components/toasts';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import { isDoubtfulPhone, phoneText } from '../i18n/phone';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import { mayChangeClient } from '../people/rights';
import rows from '../style/rows.module.css';
import { sharedPoints } from './merge_client';
import { rereadSharedPoints, useSharedPoints } from './merge_query';

interface Point {
  case: 'phone' | 'email';
  value: string;
}

function PointRow({ contactId, point, isShared }: { contactId: bigint; point: Point; isShared: boolean }) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const marking = useMutation({
    mutationFn: async () => {
      const request = { contactId, point, requestId: requestId([point, isShared]) };
      await (isShared ? sharedPoints.unmarkSharedPoint(request) : sharedPoints.markSharedPoint(request));
    },
    onSettled: () => rereadSharedPoints(contactId),
    onError: (error) => showToast(refusalOf(error).message),
  });
  const shown = point.case === 'phone' ? phoneText(point.value) : point.value;
  return (
    <li className={rows.row} data-point={point.value}>
      <div className={rows.what}>
        <bdi>{shown}</bdi>
      </div>
      <Button
        variant={isShared ? 'light' : 'default'}
        size="compact-sm"
        aria-pressed={isShared}
        aria-label={`${t('duplicates.shared')}: ${shown}`}
        loading={marking.isPending}
        onClick={() => marking.mutate()}
      >
        {t('duplicates.shared')}
      </Button>
    </li>
  );
}

// Which of a contact's phones and emails belong to several people, so that nobody is recognized by them.
export function SharedPoints({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const marked = useSharedPoints(contact.id).data?.sharedPoints ?? [];
  const phones = contact.phones.filter((phone) => !isDoubtfulPhone(phone));
  const points: Point[] = [
    ...phones.map((value) => ({ case: 'phone' as const, value })),
    ...contact.emails.map((value) => ({ case: 'email' as const, value })),
  ];
  if (!points.length || !mayChangeClient(contact)) return null;
  return (
    <Block title={t('duplicates.sharedBlock')}>
      <p className={rows.when}>{t('duplicates.sharedHint')}</p>
      <ul className={rows.rows}>
        {points.map((point) => (
          <PointRow
            key={point.value}
            contactId={contact.id}
            point={point}
            isShared={marked.some((mark) => mark[point.case] === point.value)}
          />
        ))}
      </ul>
    </Block>
  );
}
