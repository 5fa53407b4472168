import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { userZone } from '../calendar/user_zone';
import { useTranslation } from '../i18n/translation';
import { forWholeDay, latestDue, quickDue, type DraftTask } from './draft_task';
import { taskTextLimit, type TaskProblems } from './task_problems';
import styles from './TaskFields.module.css';

const quickChoices = ['inAnHour', 'tomorrow', 'monday'] as const;

interface TaskFieldsProps {
  task: DraftTask;
  onChange: (task: DraftTask) => void;
  problems: TaskProblems;
  // Takes the focus when it appears.
  autoFocus?: boolean;
}

export function TaskFields({ task, onChange, problems, autoFocus }: TaskFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Textarea
        label={t('tasks.text')}
        value={task.text}
        onChange={(event) => onChange({ ...task, text: event.currentTarget.value })}
        description={taskTextLimit(task.text).note}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={problems.text}
        rows={2}
        autoFocus={autoFocus}
      />
      <div className={styles.due}>
        <TextInput
          label={t('tasks.due')}
          type={task.allDay ? 'date' : 'datetime-local'}
          value={task.due}
          max={latestDue(task.allDay)}
          onChange={(event) => onChange({ ...task, due: event.currentTarget.value })}
          error={problems.due}
        />
        <Checkbox
          label={t('tasks.allDay')}
          checked={task.allDay}
          onChange={(event) => onChange(forWholeDay(task, event.currentTarget.checked))}
        />
      </div>
      <div className={styles.quick}>
        {quickChoices.map((choice) => (
          <Button
            key={choice}
            size="compact-sm"
            variant="default"
            onClick={() => onChange({ ...task, allDay: false, due: quickDue(choice, userZone()) })}
          >
            {t(`tasks.quick.${choice}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
