import { Skeleton } from '@mantine/core';
import { useFailure } from '../api/use_failure';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { MoreButton } from '../components/MoreButton';
import { Remark_State, type Remark } from '../gen/voronka/crm/v1/remark_pb';
import { useTranslation } from '../i18n/translation';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { useFollowRemarks, useOwnRemarks } from './remark_query';
import { RemarkAnswer } from './RemarkAnswer';
import { RemarkText } from './RemarkText';
import styles from './remarks.module.css';

function OwnRemark({ remark }: { remark: Remark }) {
  const { t } = useTranslation();
  return (
    <li className={styles.row} data-remark={String(remark.id)}>
      <RemarkText remark={remark} />
      {remark.state === Remark_State.ANSWERED ? (
        <RemarkAnswer remark={remark} />
      ) : (
        <p className={styles.waits}>{t('remarks.waits')}</p>
      )}
    </li>
  );
}

function OwnRemarks({ userId }: { userId: bigint }) {
  const { t } = useTranslation();
  const list = useOwnRemarks(userId);
  const failure = useFailure(list);
  if (failure) return <Failure {...failure} />;
  if (!list.data) return <Skeleton height={180} radius={12} />;
  const found = list.data.pages.flatMap(({ remarks }) => remarks);
  if (!found.length) return <Empty title={t('remarks.noneOwn')} hint={t('remarks.emptyHint')} />;
  return (
    <>
      <ul className={styles.rows}>
        {found.map((remark) => (
          <OwnRemark key={String(remark.id)} remark={remark} />
        ))}
      </ul>
      <MoreButton list={list} />
    </>
  );
}

// For everybody: what they said about the process, and the answers, which a notification cuts short.
export function OwnRemarksPage({ userId }: { userId: bigint }) {
  const { t } = useTranslation();
  useFollowRemarks();
  return (
    <>
      <PageHeader title={t('remarks.own')} />
      <div className={page.scroll}>
        <div className={page.column}>
          <p className={styles.intro}>{t('remarks.ownIntro')}</p>
          <OwnRemarks userId={userId} />
        </div>
      </div>
    </>
  );
}
