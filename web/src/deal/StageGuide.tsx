import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Violation } from '../api/refusal';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { usePipeline } from '../pipelines/pipelines';
import { stageOf } from '../pipelines/stages';
import { askedBy } from '../rules/asked';
import { askedWords } from '../rules/asked_words';
import { useNamedFields } from '../rules/use_named_fields';
import { useNextAsked } from './next_asked';
import styles from './StageGuide.module.css';

const foldedKey = 'voronka-stage-guide-folded';

// Whoever knows what to do folds it, in this browser.
function useFolded(): [boolean, () => void] {
  const [isFolded, setFolded] = useState(() => localStorage.getItem(foldedKey) !== null);
  const toggle = () => {
    if (isFolded) localStorage.removeItem(foldedKey);
    else localStorage.setItem(foldedKey, '1');
    setFolded(!isFolded);
  };
  return [isFolded, toggle];
}

// What is left to do for the next stage.
function Left({ stage, violations }: { stage: string; violations: Violation[] }) {
  const { t } = useTranslation();
  const fields = useNamedFields();
  const items = [...askedWords(violations, fields, t), ...askedBy(violations).forbidden];
  if (!items.length) return <p className={styles.ready}>{t('stageInfo.nothingLeft', { stage })}</p>;
  return (
    <>
      <h3 className={styles.left}>{t('stageInfo.left', { stage })}</h3>
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}

// What to do with the deal where it is: the stage's instruction, and what the next stage will ask for.
export function StageGuide({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const [isFolded, toggle] = useFolded();
  const instruction = stageOf(usePipeline(deal.pipeline), deal.stage)?.instruction ?? '';
  const next = useNextAsked(deal);
  if (!instruction && !next?.violations?.length) return null;
  const title = t('stageInfo.instruction');
  const FoldIcon = isFolded ? IconChevronRight : IconChevronDown;
  return (
    <section className={styles.guide} aria-label={title}>
      <h2 className={styles.header}>
        <UnstyledButton className={styles.title} aria-expanded={!isFolded} onClick={toggle}>
          <FoldIcon size={15} aria-hidden="true" /> <span>{title}</span>
        </UnstyledButton>
      </h2>
      {!isFolded && (
        <div className={styles.body}>
          {instruction && <p className={styles.instruction}>{instruction}</p>}
          {next?.violations && <Left stage={next.stage.name} violations={next.violations} />}
        </div>
      )}
    </section>
  );
}
