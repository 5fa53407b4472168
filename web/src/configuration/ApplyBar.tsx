import { Button, TextInput } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { Problem } from '../components/Problem';
import type { ConfigurationPlan } from '../gen/voronka/crm/v1/configuration_pb';
import { useTranslation } from '../i18n/translation';
import { StaleNote } from '../settings/StaleNote';
import { StickyBar } from '../settings/StickyBar';
import styles from './configuration.module.css';
import type { PlanSource } from './sources';
import { useApplying } from './use_applying';

interface ApplyBarProps {
  plan: ConfigurationPlan;
  source: PlanSource;
  removeOthers: boolean;
  // For the history.
  comment: string;
  say: (comment: string) => void;
  // The plan is the latest, and none is on its way.
  isFresh: boolean;
  // The text is another than what was planned.
  isOutdated: boolean;
  replan: () => void;
  done: () => void;
}

// Why it cannot be applied. Empty: it can.
function useObstacle({ plan, isOutdated }: Pick<ApplyBarProps, 'plan' | 'isOutdated'>): string {
  const { t } = useTranslation();
  if (isOutdated) return t('configuration.outdated');
  if (plan.problems.length) return t('configuration.mendFirst');
  return plan.differences.length ? '' : t('configuration.nothingToApply');
}

// Makes the account as it was planned.
export function ApplyBar({ plan, source, removeOthers, comment, say, ...more }: ApplyBarProps) {
  const { t } = useTranslation();
  const { isFresh, isOutdated, replan, done } = more;
  const obstacle = useObstacle({ plan, isOutdated });
  const { apply, isApplying, isStale, message } = useApplying(replan, done);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!obstacle && isFresh) apply({ source, removeOthers, etag: plan.version, comment: comment.trim() });
  };
  return (
    <StickyBar>
      {isStale && <StaleNote text={t('configuration.stale')} />}
      <Problem>{message}</Problem>
      <form className={styles.apply} onSubmit={submit}>
        <TextInput
          className={styles.comment}
          aria-label={t('configuration.comment')}
          placeholder={t('configuration.comment')}
          value={comment}
          onChange={(event) => say(event.currentTarget.value)}
          maxLength={500}
          autoComplete="off"
        />
        <Button type="submit" loading={isApplying} disabled={obstacle !== '' || !isFresh}>
          {t('configuration.apply')}
        </Button>
      </form>
      {obstacle && <p className={styles.note}>{obstacle}</p>}
    </StickyBar>
  );
}
