import { Button } from '@mantine/core';
import { useEffect, useState, type SubmitEvent } from 'react';
import { refusalOf } from '../api/refusal';
import { useTranslation } from '../i18n/translation';
import { logIn } from '../session/authentication';
import { CodeStep } from './CodeStep';
import { knownLogin } from './known_login';
import { LoginFrame } from './LoginFrame';
import styles from './LoginPage.module.css';
import { PasswordStep } from './PasswordStep';

type Step = 'password' | 'code';

interface Problem {
  reason: string;
  message: string;
}

const noProblem: Problem = { reason: '', message: '' };
const aboutCode = (reason: string): boolean => reason === 'CODE_REQUIRED' || reason === 'CODE_WRONG';

// What to ask for after a refusal. Too many attempts, or no answer, are no reason to ask for the password again.
function stepAfter(step: Step, reason: string): Step {
  if (aboutCode(reason)) return 'code';
  return reason === 'WRONG_LOGIN' ? 'password' : step;
}

export function LoginPage() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(() => ({ login: knownLogin.get(), password: '', code: '' }));
  const [step, setStep] = useState<Step>('password');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(noProblem);
  const [greeted] = useState(() => knownLogin.get() !== '');
  useEffect(() => knownLogin.set(''), []);

  const refuse = (thrown: unknown) => {
    const { reason, message } = refusalOf(thrown);
    setStep(stepAfter(step, reason));
    setProblem(reason === 'CODE_REQUIRED' && step === 'password' ? noProblem : { reason, message });
    setBusy(false);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(noProblem);
    try {
      await logIn(typed.login.trim(), typed.password, step === 'code' ? typed.code : '');
    } catch (thrown) {
      refuse(thrown);
    }
  };
  const back = () => {
    setStep('password');
    setTyped({ ...typed, code: '' });
    setProblem(noProblem);
  };

  return (
    <LoginFrame tagline={t('app.tagline')}>
      <form className={styles.fields} onSubmit={submit}>
        {greeted && step === 'password' && (
          <p className={styles.done} role="status">
            {t('join.done')}
          </p>
        )}
        {step === 'password' ? (
          <PasswordStep {...typed} onChange={(changed) => setTyped({ ...typed, ...changed })} />
        ) : (
          <CodeStep
            login={typed.login.trim()}
            code={typed.code}
            onChange={(code) => setTyped({ ...typed, code })}
            problem={aboutCode(problem.reason) ? problem.message : undefined}
            back={back}
          />
        )}
        <p className={styles.error} role="alert">
          {aboutCode(problem.reason) ? '' : problem.message}
        </p>
        <Button type="submit" size="md" fullWidth loading={busy}>
          {t('session.enter')}
        </Button>
      </form>
    </LoginFrame>
  );
}
