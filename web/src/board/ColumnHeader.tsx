import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { moneyText } from '../i18n/money';
import { useTranslation } from '../i18n/translation';
import { stageTone } from '../pipelines/tones';
import styles from './ColumnHeader.module.css';
import type { Total } from './totals';

function sums({ amounts }: Total): string {
  return [...amounts]
    .filter(([, minor]) => minor !== 0n)
    .map(([currency, minor]) => moneyText({ currency, minor }))
    .join(' · ');
}

export function ColumnHeader({ stage, total }: { stage: Stage; total: Total }) {
  const { t } = useTranslation();
  return (
    <header className={styles.header}>
      <h2 className={styles.name} title={stage.name}>
        <span className={styles.dot} style={{ background: stageTone(stage.kind) }} />
        <span className={styles.text}>{stage.name}</span>
      </h2>
      <p className={styles.totals}>
        <span>{t('board.deals', { count: total.deals })}</span>
        <span className={styles.sum}>{sums(total)}</span>
      </p>
    </header>
  );
}
