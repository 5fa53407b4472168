import { Skeleton } from '@mantine/core';
import { useFailure } from '../api/use_failure';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { useTranslation } from '../i18n/translation';
import settings from '../settings/settings.module.css';
import styles from './configuration.module.css';
import { useSolutions } from './queries';
import { SolutionCard } from './SolutionCard';

function Cards() {
  const { t } = useTranslation();
  const query = useSolutions();
  const failure = useFailure(query);
  if (failure) return <Failure {...failure} />;
  if (!query.data) return <Skeleton height={220} radius={12} />;
  if (!query.data.length) return <Empty title={t('configuration.noSolutions')} />;
  return (
    <ul className={styles.cards}>
      {query.data.map((solution) => (
        <SolutionCard key={solution.key} solution={solution} />
      ))}
    </ul>
  );
}

// The solutions that come with Voronka.
export function Gallery() {
  const { t } = useTranslation();
  return (
    <>
      <p className={settings.intro}>{t('configuration.solutionsHint')}</p>
      <Cards />
    </>
  );
}
