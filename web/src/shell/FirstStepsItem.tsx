import { IconRocket } from '@tabler/icons-react';
import { useEffect } from 'react';
import { takeOutOfMenu, useReasonToHide } from '../first_steps/menu';
import { isAllDone } from '../first_steps/steps';
import { useSteps } from '../first_steps/use_steps';
import { useTranslation } from '../i18n/translation';
import { NavItem } from './NavItem';

function WhileOpen({ screen }: { screen: string }) {
  const { t } = useTranslation();
  const { steps } = useSteps();
  const isOver = steps !== undefined && isAllDone(steps);
  useEffect(() => {
    if (isOver) takeOutOfMenu('done');
  }, [isOver]);
  if (!steps || isOver) return null;
  return (
    <NavItem
      to="/first-steps"
      icon={<IconRocket size={18} aria-hidden="true" />}
      text={t('nav.firstSteps')}
      current={screen === '/first-steps'}
    />
  );
}

// For admins, as long as a step is open. An account that has done them all once is not asked about them again.
export function FirstStepsItem({ screen }: { screen: string }) {
  return useReasonToHide() ? null : <WhileOpen screen={screen} />;
}
