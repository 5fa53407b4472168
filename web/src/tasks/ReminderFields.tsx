import { Button } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from '../i18n/translation';
import styles from './ReminderFields.module.css';
import { choicesFor, offsetText, toggled } from './reminders';

interface ReminderFieldsProps {
  offsets: number[];
  onChange: (offsets: number[]) => void;
}

// When to remind: any number of times, or not at all.
export function ReminderFields({ offsets, onChange }: ReminderFieldsProps) {
  const { t } = useTranslation();
  const label = useId();
  return (
    <div role="group" aria-labelledby={label}>
      <span id={label} className={styles.label}>
        <IconBell size={14} aria-hidden="true" /> {t('tasks.reminders.title')}
      </span>
      <div className={styles.choices}>
        {choicesFor(offsets).map((offset) => (
          <Button
            key={offset}
            size="compact-sm"
            variant={offsets.includes(offset) ? 'light' : 'default'}
            aria-pressed={offsets.includes(offset)}
            onClick={() => onChange(toggled(offsets, offset))}
          >
            {offsetText(offset)}
          </Button>
        ))}
        {offsets.length === 0 && <span className={styles.none}>{t('tasks.reminders.none')}</span>}
      </div>
    </div>
  );
}
