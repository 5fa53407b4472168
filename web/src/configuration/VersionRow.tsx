import { Skeleton, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { useId, useState } from 'react';
import { useFailure } from '../api/use_failure';
import { timestampText } from '../calendar/date_text';
import { Failure } from '../components/Failure';
import type { ConfigurationVersion } from '../gen/voronka/crm/v1/configuration_pb';
import { useTranslation } from '../i18n/translation';
import { useAnsweredBy } from '../remarks/remark_query';
import { RemarkText } from '../remarks/RemarkText';
import { NameAndFacts } from '../settings/NameAndFacts';
import styles from './configuration.module.css';
import { DifferenceList } from './DifferenceList';
import { ExportButton } from './ExportButton';
import { useVersion } from './queries';
import { ReturnButton } from './ReturnButton';
import { useVersionWords } from './use_version_words';

// What was asked for, and is answered by the version.
function AnsweredRemarks({ version }: { version: bigint }) {
  const { t } = useTranslation();
  const { data } = useAnsweredBy(version);
  if (!data?.length) return null;
  return (
    <section aria-label={t('remarks.answeredHere')}>
      <h3 className={styles.answered}>{t('remarks.answeredHere')}</h3>
      {data.map((remark) => (
        <RemarkText key={String(remark.id)} remark={remark} />
      ))}
    </section>
  );
}

function Changes({ version }: { version: bigint }) {
  const { t } = useTranslation();
  const query = useVersion(version);
  const failure = useFailure(query);
  if (failure) return <Failure {...failure} />;
  if (!query.data) return <Skeleton height={60} radius={8} />;
  const { differences } = query.data;
  if (!differences.length) return <p className={styles.none}>{t('configuration.nothingChanged')}</p>;
  return <DifferenceList differences={differences} />;
}

interface VersionRowProps {
  version: ConfigurationVersion;
  isNewest: boolean;
}

// One version: who made it, when and how, and, unfolded, what it changed.
export function VersionRow({ version, isNewest }: VersionRowProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { what, who } = useVersionWords(version);
  const { version: number, createTime, comment } = version;
  const inside = useId();
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li className={styles.version} data-version={String(number)}>
      <div className={styles.versionLine}>
        <UnstyledButton
          className={styles.versionName}
          aria-expanded={isOpen}
          aria-controls={isOpen ? inside : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <Chevron size={16} aria-hidden="true" />
          <NameAndFacts
            name={t('configuration.version', { version: String(number), what })}
            facts={[who, timestampText(createTime), isNewest && t('configuration.current')]}
          />
        </UnstyledButton>
        <div className={styles.versionTools}>
          {!isNewest && <ReturnButton version={number} />}
          <ExportButton
            label={t('configuration.exportVersion', { version: String(number) })}
            version={number}
            day={createTime && timestampDate(createTime)}
            isSmall
          />
        </div>
      </div>
      {comment && (
        <p className={styles.versionComment}>
          <bdi>{comment}</bdi>
        </p>
      )}
      {isOpen && (
        <div id={inside} className={styles.changes}>
          <Changes version={number} />
          <AnsweredRemarks version={number} />
        </div>
      )}
    </li>
  );
}
