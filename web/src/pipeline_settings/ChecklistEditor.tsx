import { useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { AddButton } from './AddButton';
import { newItem, withChangedStage } from './arrange';
import { ChecklistRow } from './ChecklistRow';
import type { DraftStage } from './draft';
import type { DraftItem } from './draft_checklist';
import { ListProblem } from './ListProblem';
import styles from './pipeline_settings.module.css';
import { itemPlace, stagePlace } from './problems';
import type { Working } from './use_work';

// What is to be done with a deal on the stage, item by item.
export function ChecklistEditor({ working, stage }: { working: Working; stage: DraftStage }) {
  const { t } = useTranslation();
  const [added, setAdded] = useState('');
  const { checklist: items = [] } = stage;
  const list = `${stagePlace(stage.key)}checklist`;
  const change = (checklist: DraftItem[], place: string) =>
    working.change(withChangedStage(working.work.typed, { ...stage, checklist }), place || list);
  const add = () => {
    const item = newItem();
    setAdded(item.key);
    change([...items, item], itemPlace(stage.key, item.key));
  };
  return (
    <section aria-label={t('pipelineSettings.checklist')}>
      <h3 className={styles.subtitle}>{t('pipelineSettings.checklist')}</h3>
      {items.length === 0 && <p className={styles.note}>{t('pipelineSettings.noChecklist')}</p>}
      <ul className={styles.list}>
        {items.map((item) => (
          <ChecklistRow
            key={item.key}
            working={working}
            stage={stage}
            items={items}
            item={item}
            isAdded={item.key === added}
            change={change}
          />
        ))}
      </ul>
      <ListProblem text={working.problems[list]} />
      <AddButton text={t('pipelineSettings.addItem')} add={add} />
    </section>
  );
}
