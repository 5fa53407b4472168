import { Button } from '@mantine/core';
import { numberFormat } from '../i18n/formatters';
import { i18n } from '../i18n/i18n';
import { moneyText } from '../i18n/money';
import { useTranslation } from '../i18n/translation';
import type { Counted } from './subject';
import styles from './table.module.css';

type Translate = ReturnType<typeof useTranslation>['t'];

// «Найдено 1 234, на сумму 5 600 000 ₽»; «Найдено более 10 000, на сумму более …».
export function countText({ count, isPartial, amounts }: Counted, t: Translate): string {
  const found = t(isPartial ? 'tables.foundMore' : 'tables.found', {
    number: numberFormat(i18n.language, {}).format(count),
  });
  const sums = amounts.filter(({ minor }) => minor !== 0n).map(moneyText);
  if (!sums.length) return found;
  return [found, t(isPartial ? 'tables.sumMore' : 'tables.sum', { sum: sums.join(', ') })].join(', ');
}

interface FooterProps {
  counted: Counted | undefined;
  // Why no more rows could be loaded. Empty: they could.
  problem: string;
  retry: () => void;
}

// What is found as a whole, and what keeps the rest of it from being shown.
export function Footer({ counted, problem, retry }: FooterProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.footer}>
      <span role="status">{counted && countText(counted, t)}</span>
      {problem && (
        <span className={styles.failed} role="alert">
          {problem}
          <Button size="compact-sm" variant="default" onClick={retry}>
            {t('actions.retry')}
          </Button>
        </span>
      )}
    </div>
  );
}
