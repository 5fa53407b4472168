import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { isAdmin } from '../people/rights';
import { useBoardOnInquiry } from './first_inquiry';
import styles from './first_steps.module.css';
import { putIntoMenu, takeOutOfMenu, useReasonToHide } from './menu';
import { StepRow } from './StepRow';
import { isAllDone, type Step } from './steps';
import { useSteps } from './use_steps';

// Whether the list is in the menu, as long as that is a question.
function InMenu() {
  const { t } = useTranslation();
  const isHidden = useReasonToHide() !== undefined;
  return (
    <p className={styles.menu}>
      <span>{t(isHidden ? 'firstSteps.hidden' : 'firstSteps.hideHint')}</span>
      <Button size="compact-sm" variant="subtle" onClick={isHidden ? putIntoMenu : () => takeOutOfMenu('hidden')}>
        {t(isHidden ? 'firstSteps.show' : 'firstSteps.hide')}
      </Button>
    </p>
  );
}

function AllDone() {
  const { t } = useTranslation();
  return (
    <p className={styles.allDone}>
      <strong>{t('firstSteps.allDone')}</strong>
      <span>{t('firstSteps.allDoneHint')}</span>
    </p>
  );
}

function StepList({ steps }: { steps: Step[] }) {
  const { t } = useTranslation();
  // As it was when the page was opened: the tick may be here before the news of what came.
  const [wasAwaited] = useState(() => steps.some(({ key, isDone }) => key === 'inquiry' && !isDone));
  useBoardOnInquiry(wasAwaited);
  const next = steps.find(({ isDone }) => !isDone);
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <>
      <p className={styles.intro}>{t('firstSteps.hint')}</p>
      <section className={styles.block} aria-label={t('firstSteps.title')}>
        <p className={styles.progress} role="status">
          {t('firstSteps.progress', { done, all: steps.length })}
        </p>
        <div className={styles.bar} aria-hidden="true">
          <span style={{ width: `${(done / steps.length) * 100}%` }} />
        </div>
        <ol className={styles.steps}>
          {steps.map((step, at) => (
            <StepRow key={step.key} step={step} number={at + 1} isNext={step === next} />
          ))}
        </ol>
      </section>
      {isAllDone(steps) ? <AllDone /> : <InMenu />}
    </>
  );
}

function Loaded() {
  const { steps, failure } = useSteps();
  if (failure) return <Failure {...failure} />;
  return steps ? <StepList steps={steps} /> : <Skeleton height={360} radius={12} />;
}

// For the admin of a new account: what it takes until inquiries find managers.
export function FirstStepsPage({ user }: { user: User }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('firstSteps.title')} />
      {isAdmin(user) ? (
        <div className={page.scroll}>
          <div className={page.column}>
            <Loaded />
          </div>
        </div>
      ) : (
        <Empty title={t('firstSteps.forAdmins')} hint={t('firstSteps.forAdminsHint')} />
      )}
    </>
  );
}
