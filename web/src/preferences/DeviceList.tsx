import { Button, Skeleton } from '@mantine/core';
import { refusalOf } from '../api/refusal';
import { timestampText } from '../calendar/date_text';
import { Failure } from '../components/Failure';
import { useFocusPassedOn } from '../components/focus';
import { Problem } from '../components/Problem';
import type { Device } from '../gen/voronka/notifier/v1/device_pb';
import { useTranslation } from '../i18n/translation';
import { pushState } from '../pushes/push_state';
import { isOwn } from '../pushes/subscribe';
import { useObserved } from '../state/observable';
import styles from './DeviceList.module.css';
import { useDevices, useRemoveDevice, useTestDevice } from './device_query';

interface DeviceRowProps {
  device: Device;
  test: () => void;
  remove: () => void;
  tested: 'not' | 'busy' | 'done';
}

function DeviceRow({ device, test, remove, tested }: DeviceRowProps) {
  const { t } = useTranslation();
  const row = useFocusPassedOn<HTMLLIElement>();
  const { name, problem } = device;
  return (
    <li className={styles.row} ref={row} data-device={String(device.id)}>
      <div className={styles.what}>
        <strong>{name}</strong>
        {isOwn(device) && <span className={styles.current}>{t('devices.current')}</span>}
        <p className={styles.when}>
          {t('devices.seen', { time: timestampText(device.seenTime ?? device.createTime) })}
        </p>
        {problem && <p className={styles.problem}>{problem}</p>}
        {tested === 'done' && (
          <p className={styles.when} role="status">
            {t('pushes.tested')}
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        <Button
          size="xs"
          variant="default"
          loading={tested === 'busy'}
          aria-label={t('pushes.testOf', { name })}
          onClick={test}
        >
          {t('pushes.test')}
        </Button>
        <Button size="xs" variant="default" aria-label={t('pushes.removeOf', { name })} onClick={remove}>
          {t('pushes.remove')}
        </Button>
      </div>
    </li>
  );
}

// Which devices the user's pushes go to.
export function DeviceList() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useDevices(useObserved(pushState).phase);
  const test = useTestDevice();
  const removal = useRemoveDevice();
  if (isPending) return <Skeleton height={96} radius={12} />;
  if (!data) return <Failure text={refusalOf(error).message} retry={() => void refetch()} />;
  const failed = test.error ?? removal.error;
  const testedOf = ({ id }: Device) => {
    if (test.variables?.id !== id || test.isError) return 'not';
    return test.isPending ? 'busy' : 'done';
  };
  return (
    <>
      {data.length === 0 && <p className={styles.none}>{t('pushes.noDevices')}</p>}
      <ul className={styles.rows}>
        {data.map((device) => (
          <DeviceRow
            key={String(device.id)}
            device={device}
            tested={testedOf(device)}
            test={() => test.mutate(device)}
            remove={() => removal.mutate(device)}
          />
        ))}
      </ul>
      <Problem>{failed && refusalOf(failed).message}</Problem>
    </>
  );
}
