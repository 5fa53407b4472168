import { useTranslation } from '../i18n/translation';
import { taskTablePath } from '../navigation/table_path';
import { PageHeader } from '../page/PageHeader';
import { ViewSwitch } from '../page/ViewSwitch';
import { taskSubject } from './subjects';
import { Table } from './Table';
import { useTaskColumns } from './task_columns';

const isAny = () => true;

// All tasks that the user sees, those that are done among them.
export function TaskTablePage() {
  const { t } = useTranslation();
  const columns = useTaskColumns();
  return (
    <>
      <PageHeader title={t('tasks.title')}>
        <ViewSwitch
          views={[
            { kind: 'list', path: '/tasks' },
            { kind: 'table', path: taskTablePath },
          ]}
          current="table"
        />
      </PageHeader>
      <Table
        label={t('tasks.title')}
        subject={taskSubject}
        columns={columns}
        mayBeIn={isAny}
        empty={{ title: t('tables.noTasks') }}
      />
    </>
  );
}
