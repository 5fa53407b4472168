import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Configuration, Solution } from '../gen/voronka/crm/v1/configuration_pb';
import { useTranslation } from '../i18n/translation';
import styles from './configuration.module.css';
import { Contents } from './Contents';
import { localized } from './localized';
import { solutionPath } from './sources';

// What a solution is called, and for whom it is, in the reader's language.
export function useSolutionWords(key: string, configuration: Configuration | undefined) {
  const { i18n } = useTranslation();
  return {
    title: localized(configuration?.title, i18n.language) || key,
    description: localized(configuration?.description, i18n.language),
  };
}

export function SolutionCard({ solution: { key, configuration } }: { solution: Solution }) {
  const { title, description } = useSolutionWords(key, configuration);
  return (
    <li className={styles.card} data-solution={key}>
      <h2 className={styles.cardTitle}>
        {/* All of the card is pressed by it. */}
        <Link to={solutionPath(key)} className={styles.cardLink}>
          {title}
        </Link>
        <IconChevronRight size={16} aria-hidden="true" />
      </h2>
      <p className={styles.description}>{description}</p>
      {configuration && <Contents configuration={configuration} />}
    </li>
  );
}
