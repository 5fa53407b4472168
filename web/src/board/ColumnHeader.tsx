import { ActionIcon } from '@mantine/core';
import { IconChevronsLeft, IconChevronsRight, IconInfoCircle } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { numberFormat } from '../i18n/formatters';
import { i18n } from '../i18n/i18n';
import { moneyText } from '../i18n/money';
import { useTranslation } from '../i18n/translation';
import { isExplained, stageShown } from '../pipelines/stage_shown';
import { stageTone } from '../pipelines/tones';
import styles from './ColumnHeader.module.css';
import type { Total } from './totals';

// «+»: there may be more.
function sums({ amounts, isPartial }: Total): string {
  return [...amounts]
    .filter(([, minor]) => minor !== 0n)
    .map(([currency, minor]) => moneyText({ currency, minor }) + (isPartial ? '+' : ''))
    .join(' · ');
}

const totalWords = ({ deals, isPartial }: Total, t: TFunction): string =>
  isPartial
    ? t('board.moreDeals', { number: numberFormat(i18n.language, {}).format(deals) })
    : t('board.deals', { count: deals });

interface ColumnHeaderProps {
  stage: Stage;
  pipeline: string;
  total: Total;
  collapsed: boolean;
  toggle: ((stage: string) => void) | undefined;
}

// Tells what to do here and what the stage asks for.
function About({ stage, pipeline }: Pick<ColumnHeaderProps, 'stage' | 'pipeline'>) {
  const { t } = useTranslation();
  const label = t('stageInfo.open', { stage: stage.name });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={24}
      aria-label={label}
      title={label}
      onClick={() => stageShown.set({ pipeline, stage })}
    >
      <IconInfoCircle size={15} aria-hidden="true" />
    </ActionIcon>
  );
}

function Toggle({ stage, collapsed, toggle }: Omit<ColumnHeaderProps, 'total'>) {
  const { t } = useTranslation();
  const ToggleIcon = collapsed ? IconChevronsRight : IconChevronsLeft;
  const label = t(collapsed ? 'board.expand' : 'board.collapse', { stage: stage.name });
  return (
    toggle && (
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={label}
        title={label}
        aria-expanded={!collapsed}
        onClick={() => toggle(stage.key)}
      >
        <ToggleIcon size={15} aria-hidden="true" />
      </ActionIcon>
    )
  );
}

export function ColumnHeader(props: ColumnHeaderProps) {
  const { t } = useTranslation();
  const { stage, total, collapsed } = props;
  return (
    <header className={styles.header} data-collapsed={collapsed}>
      <h2 className={styles.name} title={stage.name}>
        <span className={styles.dot} style={{ background: stageTone(stage) }} />
        <span className={styles.text}>{stage.name}</span>
      </h2>
      <span className={styles.tools}>
        {!collapsed && isExplained(stage) && <About {...props} />}
        <Toggle {...props} />
      </span>
      <p className={styles.totals}>
        <span>{totalWords(total, t)}</span>
        {!collapsed && <span className={styles.sum}>{sums(total)}</span>}
      </p>
    </header>
  );
}
