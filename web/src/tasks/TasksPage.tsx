import { SegmentedControl, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useSearch } from 'wouter';
import { useFailure } from '../api/use_failure';
import { deferred } from '../components/deferred';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { asksForOwn } from '../navigation/overdue_path';
import { taskTablePath } from '../navigation/table_path';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { ViewSwitch } from '../page/ViewSwitch';
import { leads } from '../people/rights';
import { useTasks } from './task_query';
import { TaskGroups } from './TaskGroups';

// Most people never see it.
const awaitedApprovals = deferred(async () => (await import('../approvals/AwaitedApprovals')).AwaitedApprovals);

export function TasksPage({ user }: { user: User }) {
  const { t } = useTranslation();
  // For those who lead others the badge of the section counts everybody's tasks, so that is what it opens on.
  const isForOwn = asksForOwn(useSearch());
  const usual = leads(user) && !isForOwn ? 'all' : 'mine';
  const [chosen, setWhose] = useState<string>();
  const whose = chosen ?? usual;
  const tasks = useTasks(whose === 'mine' ? { assignee: user.id } : {});
  const failure = useFailure(tasks);
  const choices = [
    { value: 'mine', label: t('tasks.mine') },
    { value: 'all', label: t('tasks.all') },
  ];
  return (
    <>
      <PageHeader title={t('tasks.title')}>
        {leads(user) && (
          <SegmentedControl size="sm" aria-label={t('tasks.filter')} data={choices} value={whose} onChange={setWhose} />
        )}
        <ViewSwitch
          views={[
            { kind: 'list', path: '/tasks' },
            { kind: 'table', path: taskTablePath },
          ]}
          current="list"
        />
      </PageHeader>
      <div className={page.scroll}>
        <div className={page.column}>
          <awaitedApprovals.Component user={user} />
          {tasks.isPending && !failure && <Skeleton height={180} radius={12} />}
          {failure && <Failure {...failure} />}
          {tasks.data?.length === 0 && <Empty title={t('tasks.empty')} hint={t('tasks.emptyHint')} />}
          {tasks.data && <TaskGroups cards={tasks.data} showAssignee={whose === 'all'} />}
        </div>
      </div>
    </>
  );
}
