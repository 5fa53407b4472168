import { useRef } from 'react';
import { ChecklistItems } from '../checklists/ChecklistItems';
import { useChecklist } from '../checklists/use_checklist';
import { useTranslation } from '../i18n/translation';
import styles from './move_form.module.css';
import type { MoveFormState } from './use_move_form';

// What is not ticked yet can be ticked here; then the service is asked whether it was all that was missing. What was
// ticked here stays, so that a slip can be undone.
export function ChecklistPart({ form }: { form: Pick<MoveFormState, 'deal' | 'asked'> }) {
  const { t } = useTranslation();
  const shown = useRef(new Set<string>());
  form.asked.checklist.forEach((key) => shown.current.add(key));
  const items = useChecklist(form.deal).filter(({ item }) => shown.current.has(item.key));
  return (
    <section className={styles.part} aria-label={t('checklist.title')}>
      <p className={styles.said}>{t('checklist.unfinished')}</p>
      <ChecklistItems deal={form.deal} items={items} />
    </section>
  );
}
