import { Section } from '../components/Section';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import styles from './Checklist.module.css';
import { ChecklistItems } from './ChecklistItems';
import { useChecklist } from './use_checklist';

// What is to be done with the deal on its stage, item by item. Nothing if the stage has no checklist.
export function ChecklistBlock({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const items = useChecklist(deal);
  if (!items.length) return null;
  const done = items.filter(({ tick }) => tick).length;
  const progress = (
    <span className={styles.progress} data-whole={done === items.length || undefined}>
      {t('checklist.progress', { done, all: items.length })}
    </span>
  );
  return (
    <Section title={t('checklist.title')} action={progress}>
      <ChecklistItems key={`${deal.pipeline} ${deal.stage}`} deal={deal} items={items} />
    </Section>
  );
}
