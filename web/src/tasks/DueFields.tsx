import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/translation';
import { latestDue, quickDue, type DraftTask } from './draft_task';
import { ReminderFields } from './ReminderFields';
import styles from './TaskFields.module.css';

const quickChoices = ['inAnHour', 'tomorrow', 'monday'] as const;

type Due = Pick<DraftTask, 'due' | 'allDay' | 'remindBefore'>;

interface DueFieldsProps {
  task: Due;
  onChange: (changed: Partial<Due>) => void;
  problem: string | undefined;
  // Whose days and hours are typed.
  zone: string;
  // Beside the date.
  children?: ReactNode;
}

// When the task is due, and when to remind of it.
export function DueFields({ task, onChange, problem, zone, children }: DueFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.due}>
        <TextInput
          label={t('tasks.due')}
          type={task.allDay ? 'date' : 'datetime-local'}
          value={task.due}
          max={latestDue(task.allDay)}
          onChange={(event) => onChange({ due: event.currentTarget.value })}
          error={problem}
        />
        {children}
      </div>
      <div className={styles.quick}>
        {quickChoices.map((choice) => (
          <Button
            key={choice}
            size="compact-sm"
            variant="default"
            onClick={() => onChange({ allDay: false, due: quickDue(choice, zone) })}
          >
            {t(`tasks.quick.${choice}`)}
          </Button>
        ))}
      </div>
      {!task.allDay && (
        <ReminderFields offsets={task.remindBefore} onChange={(remindBefore) => onChange({ remindBefore })} />
      )}
    </>
  );
}
