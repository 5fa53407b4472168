import { Skeleton } from '@mantine/core';
import { useFailure } from '../api/use_failure';
import { dueGroup, dueOf } from '../calendar/due';
import { useNow } from '../calendar/now';
import { Failure } from '../components/Failure';
import type { TaskCard } from '../gen/voronka/crm/v1/task_pb';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import rows from '../style/rows.module.css';
import { useTasks } from '../tasks/task_query';
import taskRows from '../tasks/TaskGroups.module.css';
import { TaskRow } from '../tasks/TaskRow';
import type { Whose } from './client_deals';

function Rows({ cards }: { cards: TaskCard[] }) {
  const now = useNow(30_000);
  return (
    <ul className={taskRows.rows}>
      {cards.map((card) => {
        const due = card.task && dueOf(card.task);
        const group = due && dueGroup(due, now, card.awaitsApproval);
        return group && <TaskRow key={String(card.task?.id)} card={card} group={group} showDeal showAssignee />;
      })}
    </ul>
  );
}

// Open tasks about a contact, or of the deals with a company.
export function ClientTasks({ whose: { kind, id } }: { whose: Whose }) {
  const { t } = useTranslation();
  const tasks = useTasks(kind === 'contact' ? { contactId: id } : { companyId: id });
  const failure = useFailure(tasks);
  return (
    <Block title={t('history.tasks')}>
      {failure && <Failure {...failure} />}
      {tasks.isPending && !failure && <Skeleton height={60} radius={10} />}
      {tasks.data &&
        (tasks.data.length ? <Rows cards={tasks.data} /> : <p className={rows.none}>{t('history.noTasks')}</p>)}
    </Block>
  );
}
