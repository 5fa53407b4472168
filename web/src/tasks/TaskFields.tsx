import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { userZone } from '../calendar/user_zone';
import { useTranslation } from '../i18n/translation';
import { forWholeDay, quickDues, type DraftTask } from './draft_task';
import styles from './TaskFields.module.css';

const quickChoices = ['inAnHour', 'tomorrow', 'monday'] as const;

interface TaskFieldsProps {
  task: DraftTask;
  onChange: (task: DraftTask) => void;
  // Violations by the task's field, under the service's names.
  problems: { text?: string; due?: string };
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
        error={problems.text}
        rows={2}
        autoFocus={autoFocus}
      />
      <div className={styles.due}>
        <TextInput
          label={t('tasks.due')}
          type={task.allDay ? 'date' : 'datetime-local'}
          value={task.due}
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
            onClick={() => onChange({ ...task, allDay: false, due: quickDues[choice](new Date(), userZone()) })}
          >
            {t(`tasks.quick.${choice}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
