import { Checkbox, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { userZone } from '../calendar/user_zone';
import type { QuietHours } from '../gen/voronka/notifier/v1/preference_pb';
import { useTranslation } from '../i18n/translation';
import { zoneTitle } from '../people/zones';
import { minuteOf, timeOfMinute } from './minutes';
import styles from './QuietHoursFields.module.css';

interface TimeFieldProps {
  label: string;
  minute: number;
  change: (minute: number) => void;
}

// Shows what is typed until it is left: a half typed time is nothing to save.
function TimeField({ label, minute, change }: TimeFieldProps) {
  const [typed, setTyped] = useState<string>();
  // It was refused, or changed elsewhere.
  useEffect(() => setTyped((now) => (now !== undefined && minuteOf(now) === minute ? now : undefined)), [minute]);
  const type = (time: string) => {
    setTyped(time);
    const chosen = minuteOf(time);
    if (chosen !== undefined && chosen !== minute) change(chosen);
  };
  return (
    <TextInput
      type="time"
      label={label}
      value={typed ?? timeOfMinute(minute)}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => setTyped(undefined)}
    />
  );
}

interface QuietHoursFieldsProps {
  quietHours: QuietHours;
  change: (quietHours: QuietHours) => void;
}

export function QuietHoursFields({ quietHours, change }: QuietHoursFieldsProps) {
  const { t } = useTranslation();
  const { enabled, fromMinute, untilMinute } = quietHours;
  const name = zoneTitle(userZone());
  const zone = name ? t(name) : userZone();
  return (
    <>
      <Checkbox
        label={t('preferences.quietHours.enabled')}
        checked={enabled}
        onChange={(event) => change({ ...quietHours, enabled: event.currentTarget.checked })}
      />
      {enabled && (
        <div className={styles.times}>
          <TimeField
            label={t('preferences.quietHours.from')}
            minute={fromMinute}
            change={(minute) => change({ ...quietHours, fromMinute: minute })}
          />
          <TimeField
            label={t('preferences.quietHours.until')}
            minute={untilMinute}
            change={(minute) => change({ ...quietHours, untilMinute: minute })}
          />
        </div>
      )}
      <p className={styles.hint}>{t('preferences.quietHours.hint', { zone })}</p>
      {enabled && fromMinute === untilMinute && <p className={styles.hint}>{t('preferences.quietHours.empty')}</p>}
    </>
  );
}
