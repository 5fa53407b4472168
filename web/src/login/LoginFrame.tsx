import type { ReactNode } from 'react';
import { Logo } from '../components/Logo';
import { useTranslation } from '../i18n/translation';
import { LanguageSwitch } from './LanguageSwitch';
import styles from './LoginPage.module.css';

interface LoginFrameProps {
  tagline: string;
  children: ReactNode;
}

// The pages that need no session.
export function LoginFrame({ tagline, children }: LoginFrameProps) {
  const { t } = useTranslation();
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <h1 className={styles.title}>
          <Logo /> {t('app.name')}
        </h1>
        <p className={styles.tagline}>{tagline}</p>
        {children}
      </div>
      <LanguageSwitch />
    </main>
  );
}
