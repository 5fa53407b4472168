import { Button, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useTranslation } from '../i18n/translation';
import { boardPath, currentBoardPath } from '../navigation/board_path';
import { usePipelines } from '../pipelines/pipelines';
import styles from './first_steps.module.css';
import type { Step, StepKey } from './steps';

function usePath(key: StepKey): string {
  const pipelines = usePipelines().data ?? [];
  // Where inquiries come, which need not be the board that was viewed last.
  const taking = pipelines.find((pipeline) => pipeline.defaultForInquiries);
  const board = taking ? boardPath(taking.key) : currentBoardPath(pipelines);
  return { people: '/users', queue: '/settings/queues', source: '/settings/forms', inquiry: board }[key];
}

interface StepRowProps {
  step: Step;
  number: number;
  // The first of those that are open.
  isNext: boolean;
}

export function StepRow({ step: { key, isDone }, number, isNext }: StepRowProps) {
  const { t } = useTranslation();
  const path = usePath(key);
  return (
    <li className={styles.step} data-step={key} data-done={isDone}>
      <span className={styles.mark} aria-hidden="true">
        {isDone ? <IconCheck size={17} stroke={2.5} /> : number}
      </span>
      <div className={styles.what}>
        <h2 className={styles.title}>
          {t(`firstSteps.${key}.title`)}
          <VisuallyHidden>: {t(isDone ? 'firstSteps.done' : 'firstSteps.todo')}</VisuallyHidden>
        </h2>
        <p className={styles.why}>{t(`firstSteps.${key}.why`)}</p>
        {key === 'inquiry' && !isDone && <p className={styles.why}>{t('firstSteps.inquiry.how')}</p>}
      </div>
      <Button component={Link} to={path} className={styles.act} size="sm" variant={isNext ? 'filled' : 'default'}>
        {t(`firstSteps.${key}.act`)}
      </Button>
    </li>
  );
}
