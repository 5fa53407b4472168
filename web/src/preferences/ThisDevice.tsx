import { Button } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { refusalOf } from '../api/refusal';
import { Problem } from '../components/Problem';
import { showToast } from '../components/toasts';
import type { Obstacle } from '../pushes/obstacle';
import type { PushState } from '../pushes/push_state';
import { turnOff } from '../pushes/subscribe';
import { turnOn } from '../pushes/turn_on';
import { useSituation } from '../pushes/use_situation';
import form from '../style/form.module.css';

const leaveDevice = () => void turnOff().catch((error: unknown) => showToast(refusalOf(error).message));

// What the user has to do themselves, step by step, or that nothing can be done.
function Hindrance({ obstacle }: { obstacle: Obstacle }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={form.explanation}>{t(`pushes.obstacle.${obstacle}`)}</p>
      {obstacle !== 'unsupported' && <p className={form.explanation}>{t(`pushes.steps.${obstacle}`)}</p>}
    </>
  );
}

function Switch({ phase }: Pick<PushState, 'phase'>) {
  const { t } = useTranslation();
  if (phase === 'serverless') return null;
  return (
    <div className={form.buttons}>
      {phase === 'on' ? (
        <Button variant="default" onClick={leaveDevice}>
          {t('pushes.turnOff')}
        </Button>
      ) : (
        <Button loading={phase === 'turning'} onClick={() => void turnOn()}>
          {t('pushes.turnOn')}
        </Button>
      )}
    </div>
  );
}

// Whether pushes reach this browser.
export function ThisDevice() {
  const { t } = useTranslation();
  const { obstacle, phase, problem } = useSituation();
  if (obstacle) return <Hindrance obstacle={obstacle} />;
  return (
    <div className={form.form}>
      <p className={form.explanation}>{t(`pushes.phase.${phase}`)}</p>
      <Problem>{problem}</Problem>
      <Switch phase={phase} />
    </div>
  );
}
