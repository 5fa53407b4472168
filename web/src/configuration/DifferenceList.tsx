import { useMemo } from 'react';
import type { ConfigurationDifference } from '../gen/voronka/crm/v1/configuration_pb';
import { useTranslation } from '../i18n/translation';
import shared from './configuration.module.css';
import styles from './difference.module.css';
import { DifferenceRow } from './DifferenceRow';
import { grouped } from './groups';

// What differs, grouped by the outermost thing.
export function DifferenceList({ differences }: { differences: ConfigurationDifference[] }) {
  const { t } = useTranslation();
  const groups = useMemo(() => grouped(differences, t), [differences, t]);
  return groups.map(({ id, title, differences: inside }) => (
    <section key={id} className={styles.group} aria-label={title} data-group={id}>
      <h3 className={styles.groupTitle}>
        <bdi>{title}</bdi>
        <span className={styles.count}>{t('configuration.differences', { count: inside.length })}</span>
      </h3>
      <ul className={shared.list}>
        {inside.map((difference, at) => (
          <DifferenceRow key={at} difference={difference} />
        ))}
      </ul>
    </section>
  ));
}
