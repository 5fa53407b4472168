import { Button } from '@mantine/core';
import { useState } from 'react';
import type { BeginTotpResponse, User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import styles from '../style/form.module.css';
import { BeginForm } from './BeginForm';
import { ConfirmForm } from './ConfirmForm';
import { RecoveryCodes } from './RecoveryCodes';
import { RemoveForm } from './RemoveForm';

type Step =
  // `returns`: from another step, so that the focus is here.
  | { name: 'rest'; returns: boolean }
  | { name: 'begin' | 'remove' }
  | { name: 'confirm'; begun: BeginTotpResponse }
  | { name: 'codes'; codes: string[] };

interface RestProps {
  isOn: boolean;
  returns: boolean;
  start: () => void;
}

function Rest({ isOn, returns, start }: RestProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.form}>
      <p className={styles.explanation}>{t(isOn ? 'profile.factorOn' : 'profile.factorOff')}</p>
      <div className={styles.buttons}>
        <Button variant={isOn ? 'default' : 'filled'} onClick={start} autoFocus={returns}>
          {t(isOn ? 'profile.removeFactor' : 'profile.setUpFactor')}
        </Button>
      </div>
    </div>
  );
}

// Turns the user's second factor on and off, step by step in place.
export function SecondFactor({ user }: { user: User }) {
  const [step, setStep] = useState<Step>({ name: 'rest', returns: false });
  const stop = () => setStep({ name: 'rest', returns: true });
  switch (step.name) {
    case 'begin':
      return <BeginForm login={user.login} begun={(begun) => setStep({ name: 'confirm', begun })} cancel={stop} />;
    case 'confirm':
      return <ConfirmForm begun={step.begun} confirmed={(codes) => setStep({ name: 'codes', codes })} cancel={stop} />;
    case 'codes':
      return <RecoveryCodes login={user.login} codes={step.codes} done={stop} />;
    case 'remove':
      return <RemoveForm login={user.login} done={stop} />;
    case 'rest':
      return (
        <Rest
          isOn={user.totpEnabled}
          returns={step.returns}
          start={() => setStep({ name: user.totpEnabled ? 'remove' : 'begin' })}
        />
      );
  }
}
