import { useTranslation } from '../i18n/translation';
import { ConditionEditor } from './ConditionEditor';
import type { DraftStage } from './draft';
import type { DraftItem } from './draft_checklist';
import { OrderedRow } from './OrderedRow';
import styles from './pipeline_settings.module.css';
import { itemPlace } from './problems';
import type { Working } from './use_work';

interface ChecklistRowProps {
  working: Working;
  stage: DraftStage;
  items: DraftItem[];
  item: DraftItem;
  isAdded: boolean;
  change: (items: DraftItem[], place: string) => void;
}

export function ChecklistRow({ working, stage, items, item, isAdded, change }: ChecklistRowProps) {
  const { t } = useTranslation();
  const number = { number: items.indexOf(item) + 1 };
  const name = { name: item.text || t('pipelineSettings.itemText', number) };
  const place = itemPlace(stage.key, item.key);
  const put = (part: Partial<DraftItem>) =>
    change(
      items.map((other) => (other === item ? { ...item, ...part } : other)),
      place,
    );
  return (
    <OrderedRow
      list={`checklist/${stage.key}`}
      items={items}
      item={item}
      words={{
        text: t('pipelineSettings.itemText', number),
        up: t('pipelineSettings.itemUp', name),
        down: t('pipelineSettings.itemDown', name),
        remove: t('pipelineSettings.removeItem', name),
      }}
      text={item.text}
      maxLength={500}
      problem={working.problems[`${place}text`]}
      isAdded={isAdded}
      setText={(text) => put({ text })}
      reorder={(changed) => change(changed, '')}
      remove={() =>
        change(
          items.filter((other) => other !== item),
          place,
        )
      }
      mark="data-item"
    >
      <details className={styles.more} open={item.condition !== undefined || undefined}>
        <summary>{t(item.condition ? 'pipelineSettings.someDeals' : 'pipelineSettings.allDeals')}</summary>
        <ConditionEditor
          working={working}
          legend={t('pipelineSettings.itemCondition')}
          condition={item.condition}
          place={place}
          change={(condition) => put({ condition })}
        />
      </details>
    </OrderedRow>
  );
}
