import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import styles from './queue_settings.module.css';
import { units, type TypedTime } from './take_time';
import type { Working } from './use_work';

// How long a member has to take what is offered.
export function TakeTime({ working }: { working: Working }) {
  const { t } = useTranslation();
  const { work, change, problems } = working;
  const { time } = work.typed;
  const put = (part: Partial<TypedTime>) => change({ ...work.typed, time: { ...time, ...part } }, 'time');
  return (
    <Block title={t('queueSettings.time')}>
      <p className={styles.note}>{t('queueSettings.timeHint')}</p>
      <div className={styles.time}>
        <TextInput
          aria-label={t('queueSettings.timeNumber')}
          inputMode="decimal"
          value={time.number}
          onChange={(event) => put({ number: event.currentTarget.value })}
          error={problems.time}
          autoComplete="off"
          maxLength={10}
        />
        <NativeSelect
          aria-label={t('queueSettings.timeUnit')}
          value={time.unit}
          onChange={(event) => put({ unit: units.find((unit) => unit === event.currentTarget.value) })}
          data={units.map((unit) => ({ value: unit, label: t(`queueSettings.units.${unit}`) }))}
        />
      </div>
    </Block>
  );
}
