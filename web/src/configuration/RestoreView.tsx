import { Empty } from '../components/Empty';
import { useTranslation } from '../i18n/translation';
import { BackLink } from '../settings/BackLink';
import styles from './configuration.module.css';
import { PlanView } from './PlanView';
import { historyPath } from './sources';

const number = /^\d{1,9}$/;

// What would change if the account returned to a version. `item`: its number, as the address has it.
export function RestoreView({ item }: { item: string }) {
  const { t } = useTranslation();
  if (!number.test(item)) return <Empty title={t('configuration.noVersion')} />;
  const version = BigInt(item);
  return (
    <>
      <BackLink to={historyPath}>{t('configuration.toHistory')}</BackLink>
      <section className={styles.about}>
        <h2 className={styles.aboutTitle}>
          {version ? t('configuration.returnTo', { version: item }) : t('configuration.returnToFirst')}
        </h2>
        <p className={styles.description}>{t('configuration.returnHint')}</p>
      </section>
      <PlanView source={{ case: 'restoredVersion', value: version }} />
    </>
  );
}
