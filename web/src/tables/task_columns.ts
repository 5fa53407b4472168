import { useMemo } from 'react';
import { dueOf, dueText } from '../calendar/due';
import { serverNow } from '../clock/server_clock';
import { Field_Kind } from '../gen/voronka/crm/v1/field_set_pb';
import { Task_State, type Task } from '../gen/voronka/crm/v1/task_pb';
import { useTranslation } from '../i18n/translation';
import { mayChangeTask } from '../people/rights';
import { completionAsked } from '../tasks/completion';
import { moveAsked } from '../tasks/move';
import type { Column } from './columns';
import { idOf, systemColumn, textOf, timeOf, userOf } from './system_columns';

type Translate = ReturnType<typeof useTranslation>['t'];

// Asks about a task that is still to be done.
const asking = (asked: { set: (task: Task) => void }) => (task: Task) => {
  const may = mayChangeTask(task);
  if (may && task.state === Task_State.OPEN) asked.set(task);
  return may;
};

function dueTextOf(task: Task): string {
  const due = dueOf(task);
  return due ? dueText(due, new Date(serverNow())) : '';
}

const taskColumn = (column: Parameters<typeof systemColumn<Task>>[2]) => systemColumn<Task>('task', undefined, column);

function whatToDo(t: Translate): Column<Task>[] {
  return [
    taskColumn({ key: 'text', label: t('tables.task'), isUsual: true, width: 320, value: ({ text }) => textOf(text) }),
    taskColumn({
      ...{ key: 'due_time', label: t('tables.due'), kindOf: Field_Kind.TIME, order: 'due_time', isUsual: true },
      ...{ value: ({ dueTime }) => timeOf(dueTime), text: dueTextOf },
      act: asking(moveAsked),
    }),
    taskColumn({
      ...{ key: 'state', label: t('tables.state'), isUsual: true, width: 120 },
      value: ({ state }) => textOf(String(state)),
      text: ({ state }) => t(state === Task_State.COMPLETED ? 'tables.states.completed' : 'tables.states.toDo'),
      act: asking(completionAsked),
    }),
  ];
}

function aboutWhom(t: Translate): Column<Task>[] {
  return [
    taskColumn({
      ...{ key: 'deal_id', label: t('tables.deal'), isUsual: true, width: 220, value: ({ dealId }) => idOf(dealId) },
      named: ({ dealId }) => (dealId ? { kind: 'deal', id: dealId } : undefined),
    }),
    taskColumn({
      ...{ key: 'contact_id', label: t('deal.contact'), isUsual: true, value: ({ contactId }) => idOf(contactId) },
      named: ({ contactId }) => (contactId ? { kind: 'contact', id: contactId } : undefined),
    }),
    taskColumn({
      ...{ key: 'assignee_user_id', label: t('tables.assignee'), kindOf: Field_Kind.USER, isUsual: true },
      value: ({ assigneeUserId }) => userOf(assigneeUserId),
    }),
    taskColumn({
      ...{ key: 'setter_user_id', label: t('tables.setter'), kindOf: Field_Kind.USER },
      value: ({ setterUserId }) => userOf(setterUserId),
    }),
  ];
}

function further(t: Translate): Column<Task>[] {
  return [
    taskColumn({
      ...{ key: 'create_time', label: t('tables.created'), kindOf: Field_Kind.TIME },
      value: ({ createTime }) => timeOf(createTime),
    }),
    taskColumn({
      ...{ key: 'complete_time', label: t('tables.completed'), kindOf: Field_Kind.TIME },
      value: ({ completeTime }) => timeOf(completeTime),
    }),
    taskColumn({
      ...{ key: 'id', label: t('tables.number'), kindOf: Field_Kind.NUMBER, order: 'id', width: 90 },
      ...{ value: ({ id }) => idOf(id), text: ({ id }) => String(id) },
    }),
  ];
}

// The columns that a table of tasks may have.
export function useTaskColumns(): Column<Task>[] {
  const { t } = useTranslation();
  return useMemo(() => [...whatToDo(t), ...aboutWhom(t), ...further(t)], [t]);
}
