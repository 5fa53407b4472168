import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useFailure } from '../api/use_failure';
import { dueGroup, dueOf } from '../calendar/due';
import { useNow } from '../calendar/now';
import { Failure } from '../components/Failure';
import { useInPlace } from '../components/focus';
import { Deal_State, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { TaskCard } from '../gen/voronka/crm/v1/task_pb';
import { useTranslation } from '../i18n/translation';
import { mayChangeDeal } from '../people/rights';
import { isTask } from '../outbox/storage';
import { NewTaskForm } from '../tasks/NewTaskForm';
import { useTasks } from '../tasks/task_query';
import rows from '../tasks/TaskGroups.module.css';
import { TaskRow } from '../tasks/TaskRow';
import styles from './DealTasks.module.css';
import { Section } from '../components/Section';
import { Unsent } from './Unsent';

function Rows({ cards }: { cards: TaskCard[] }) {
  const now = useNow(30_000);
  return (
    <ul className={rows.rows}>
      {cards.map((card) => {
        const due = card.task && dueOf(card.task);
        const group = due && dueGroup(due, now, card.awaitsApproval);
        return group && <TaskRow key={String(card.task?.id)} card={card} group={group} showAssignee />;
      })}
    </ul>
  );
}

export function DealTasks({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const tasks = useTasks({ dealId: deal.id });
  const { data } = tasks;
  const failure = useFailure(tasks);
  const form = useInPlace();
  const isForgotten = data?.length === 0 && deal.state === Deal_State.OPEN;
  const add = !form.isOpen && (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<IconPlus size={14} aria-hidden="true" />}
      onClick={form.open}
      autoFocus={form.returns}
    >
      {t('tasks.new')}
    </Button>
  );
  return (
    <Section title={t('deal.tasks')} action={add}>
      {form.isOpen && (
        <div className={styles.form}>
          <NewTaskForm deal={deal} close={form.close} />
        </div>
      )}
      <Unsent dealId={deal.id} those={isTask} />
      {failure && <Failure {...failure} />}
      {data && data.length > 0 && <Rows cards={data} />}
      {isForgotten && !form.isOpen && (
        <p className={styles.none}>{t(mayChangeDeal(deal) ? 'deal.noTasks' : 'deal.noTasksHere')}</p>
      )}
    </Section>
  );
}
