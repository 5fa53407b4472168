import { Button } from '@mantine/core';
import { useInPlace } from '../components/focus';
import { useTranslation } from '../i18n/translation';
import { NewTaskForm } from '../tasks/NewTaskForm';
import styles from './move_form.module.css';
import type { MoveFormState } from './use_move_form';

// A task is planned here; then the service is asked whether it was all that was missing.
export function TaskPart({ form }: { form: Pick<MoveFormState, 'deal' | 'askAgain'> }) {
  const { t } = useTranslation();
  const inPlace = useInPlace();
  const close = () => {
    inPlace.close();
    form.askAgain();
  };
  return (
    <section className={styles.part} aria-label={t('deal.tasks')}>
      <p className={styles.said}>{t('moveForm.task')}</p>
      {inPlace.isOpen ? (
        <NewTaskForm deal={form.deal} close={close} />
      ) : (
        <Button size="xs" variant="default" onClick={inPlace.open} autoFocus={inPlace.returns}>
          {t('moveForm.planTask')}
        </Button>
      )}
    </section>
  );
}
