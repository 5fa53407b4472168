import { Checkbox } from '@mantine/core';
import { timestampText } from '../calendar/date_text';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { usePeople } from '../people/people';
import { mayChangeDeal } from '../people/rights';
import styles from './Checklist.module.css';
import type { ListedItem } from './checklist';
import { useTicking } from './use_checklist';

function useWhoTicked(): (listed: ListedItem) => string {
  const { t } = useTranslation();
  const people = usePeople();
  return ({ tick }) => {
    if (!tick) return '';
    const name = people.get(tick.userId)?.displayName ?? t('timeline.service');
    return t('checklist.by', { name, time: timestampText(tick.time) });
  };
}

// Items that are ticked by one press.
export function ChecklistItems({ deal, items }: { deal: Deal; items: ListedItem[] }) {
  const { pressed, tick } = useTicking(deal);
  const whoTicked = useWhoTicked();
  return (
    <ul className={styles.items}>
      {items.map((listed) => {
        const { key, text } = listed.item;
        const isTicked = pressed(key) ?? listed.tick !== undefined;
        return (
          <li key={key} title={whoTicked(listed)} data-ticked={isTicked}>
            <Checkbox
              size="sm"
              label={text}
              checked={isTicked}
              disabled={!mayChangeDeal(deal)}
              aria-description={whoTicked(listed) || undefined}
              onChange={(event) => tick(key, event.currentTarget.checked)}
            />
          </li>
        );
      })}
    </ul>
  );
}
