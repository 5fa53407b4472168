import { ActionIcon, TextInput } from '@mantine/core';
import { IconGripVertical, IconTrash } from '@tabler/icons-react';
import { useTranslation } from '../i18n/translation';
import { moved, placedAt } from '../settings/order';
import { OrderButtons } from '../settings/OrderButtons';
import { useReordering } from '../settings/use_reordering';
import { ConditionEditor } from './ConditionEditor';
import type { DraftStage } from './draft';
import type { DraftItem } from './draft_checklist';
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

// Dragged by its handle, or moved by the buttons.
export function ChecklistRow({ working, stage, items, item, isAdded, change }: ChecklistRowProps) {
  const { t } = useTranslation();
  const at = items.indexOf(item);
  const number = { number: at + 1 };
  const name = { name: item.text || t('pipelineSettings.itemText', number) };
  const place = itemPlace(stage.key, item.key);
  const put = (part: Partial<DraftItem>) =>
    change(
      items.map((other) => (other === item ? { ...item, ...part } : other)),
      place,
    );
  const { row, handle, isOver } = useReordering<HTMLSpanElement>(`checklist/${stage.key}`, item.key, (key) => {
    const dragged = items.find((other) => other.key === key);
    if (dragged) change(placedAt(items, dragged, item), '');
  });
  return (
    <li ref={row} className={styles.item} data-item={item.key} data-over={isOver || undefined}>
      <div className={styles.itemLine}>
        <span ref={handle} className={styles.grip}>
          <IconGripVertical size={16} aria-hidden="true" />
        </span>
        <TextInput
          className={styles.reasonName}
          aria-label={t('pipelineSettings.itemText', number)}
          value={item.text}
          onChange={(event) => put({ text: event.currentTarget.value })}
          error={working.problems[`${place}text`]}
          maxLength={500}
          autoComplete="off"
          autoFocus={isAdded}
        />
        <span className={styles.tools}>
          <OrderButtons
            up={t('pipelineSettings.itemUp', name)}
            down={t('pipelineSettings.itemDown', name)}
            isFirst={at === 0}
            isLast={at === items.length - 1}
            move={(step) => change(moved(items, item, step), '')}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('pipelineSettings.removeItem', name)}
            onClick={() =>
              change(
                items.filter((other) => other !== item),
                place,
              )
            }
          >
            <IconTrash size={16} />
          </ActionIcon>
        </span>
      </div>
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
    </li>
  );
}
