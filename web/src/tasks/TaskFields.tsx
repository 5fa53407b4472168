import { Checkbox, Textarea } from '@mantine/core';
import { userZone } from '../calendar/user_zone';
import { useTranslation } from '../i18n/translation';
import { forWholeDay, type DraftTask } from './draft_task';
import { DueFields } from './DueFields';
import { taskTextLimit, type TaskProblems } from './task_problems';

interface TaskFieldsProps {
  task: DraftTask;
  onChange: (task: DraftTask) => void;
  problems: TaskProblems;
  // Takes the focus when it appears.
  autoFocus?: boolean;
}

export function TaskFields({ task, onChange, problems, autoFocus }: TaskFieldsProps) {
  const { t } = useTranslation();
  const change = (changed: Partial<DraftTask>) => onChange({ ...task, ...changed });
  return (
    <>
      <Textarea
        label={t('tasks.text')}
        value={task.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
        description={taskTextLimit(task.text).note}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={problems.text}
        rows={2}
        autoFocus={autoFocus}
      />
      <DueFields task={task} onChange={change} problem={problems.due} zone={userZone()}>
        <Checkbox
          label={t('tasks.allDay')}
          checked={task.allDay}
          onChange={(event) => onChange(forWholeDay(task, event.currentTarget.checked))}
        />
      </DueFields>
    </>
  );
}
