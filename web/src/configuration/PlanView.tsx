import { Checkbox, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useFailure } from '../api/use_failure';
import { Failure } from '../components/Failure';
import type { ConfigurationPlan } from '../gen/voronka/crm/v1/configuration_pb';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import { ApplyBar } from './ApplyBar';
import styles from './configuration.module.css';
import { DifferenceList } from './DifferenceList';
import { ProblemList } from './ProblemList';
import { usePlan } from './queries';
import type { PlanSource } from './sources';
import { noWishes, type Wishes } from './wishes';

interface PlanViewProps {
  source: PlanSource;
  // Shows a line of the text that was planned. Undefined: no text is shown.
  jump?: (line: number) => void;
  // The text is another by now.
  isOutdated?: boolean;
  // Where they are kept if the view is made anew for each plan. Undefined: here.
  wishes?: [Wishes, (wishes: Wishes) => void];
  // It has been applied.
  done?: () => void;
}

function Differences({ plan }: { plan: ConfigurationPlan }) {
  const { t } = useTranslation();
  const { differences, problems } = plan;
  if (differences.length) return <DifferenceList differences={differences} />;
  if (problems.length) return <p className={styles.none}>{t('configuration.unreadable')}</p>;
  return (
    <p className={styles.same}>
      <strong>{t('configuration.same')}</strong> {t('configuration.sameHint')}
    </p>
  );
}

// What stands in the way of a configuration and what it would change, and the button that makes it so.
export function PlanView({ source, jump, isOutdated = false, wishes, done = () => undefined }: PlanViewProps) {
  const { t } = useTranslation();
  const own = useState(noWishes);
  const [wanted, want] = wishes ?? own;
  const { removeOthers, comment } = wanted;
  const query = usePlan(source, removeOthers);
  const failure = useFailure(query);
  const { data: plan } = query;
  return (
    <>
      <Block title={t('configuration.plan')}>
        {/* A version is returned to as a whole. */}
        {source.case !== 'restoredVersion' && (
          <Checkbox
            className={styles.removeOthers}
            label={t(`configuration.removeOthers.${source.case}`)}
            description={t('configuration.removeOthersHint')}
            checked={removeOthers}
            onChange={(event) => want({ ...wanted, removeOthers: event.currentTarget.checked })}
          />
        )}
        {failure && <Failure {...failure} />}
        {!failure && !plan && <Skeleton height={160} radius={8} />}
        {plan && (
          <div aria-busy={query.isPlaceholderData} className={styles.planned}>
            <ProblemList problems={plan.problems} jump={jump} hasText={source.case !== 'restoredVersion'} />
            <Differences plan={plan} />
          </div>
        )}
      </Block>
      {plan && (
        <ApplyBar
          plan={plan}
          source={source}
          removeOthers={removeOthers}
          comment={comment}
          say={(text) => want({ ...wanted, comment: text })}
          isFresh={!query.isFetching}
          isOutdated={isOutdated}
          replan={() => void query.refetch()}
          done={done}
        />
      )}
    </>
  );
}
