import { SegmentedControl, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useFailure } from '../api/use_failure';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { MoreButton } from '../components/MoreButton';
import { Remark_State } from '../gen/voronka/crm/v1/remark_pb';
import { useTranslation } from '../i18n/translation';
import type { Version } from '../remarks/AnswerForm';
import { useFollowRemarks, useRemarks } from '../remarks/remark_query';
import { RemarkRow } from '../remarks/RemarkRow';
import styles from '../remarks/remarks.module.css';
import settings from '../settings/settings.module.css';
import { useVersions } from './queries';

// The latest ones: a remark is mostly answered by what has just been changed.
function useLatestVersions(): Version[] {
  const { t } = useTranslation();
  const versions = useVersions().data?.pages[0]?.versions ?? [];
  return versions.map(({ version, comment }) => ({
    number: version,
    words: comment
      ? t('remarks.versionNamed', { version: String(version), comment })
      : t('remarks.versionNumbered', { version: String(version) }),
  }));
}

function RemarkList({ state }: { state: Remark_State }) {
  const { t } = useTranslation();
  const list = useRemarks(state);
  const failure = useFailure(list);
  const versions = useLatestVersions();
  if (failure) return <Failure {...failure} />;
  if (!list.data) return <Skeleton height={180} radius={12} />;
  const found = list.data.pages.flatMap(({ remarks }) => remarks);
  if (!found.length) {
    const isOpen = state === Remark_State.OPEN;
    return <Empty title={isOpen ? t('remarks.empty') : t('remarks.noneAnswered')} hint={t('remarks.emptyHint')} />;
  }
  return (
    <>
      <ul className={styles.rows}>
        {found.map((remark) => (
          <RemarkRow key={String(remark.id)} remark={remark} versions={versions} />
        ))}
      </ul>
      <MoreButton list={list} />
    </>
  );
}

// What those who work by the configuration say about it.
export function Remarks() {
  const { t } = useTranslation();
  const [shown, setShown] = useState('open');
  useFollowRemarks();
  const choices = [
    { value: 'open', label: t('remarks.open') },
    { value: 'answered', label: t('remarks.answered') },
  ];
  return (
    <>
      <p className={settings.intro}>{t('remarks.intro')}</p>
      <SegmentedControl size="sm" aria-label={t('remarks.filter')} data={choices} value={shown} onChange={setShown} />
      <RemarkList state={shown === 'open' ? Remark_State.OPEN : Remark_State.ANSWERED} />
    </>
  );
}
