import { Button, Skeleton } from '@mantine/core';
import { useId, useState } from 'react';
import { refusalOf } from '../api/refusal';
import { timestampText } from '../calendar/date_text';
import { Dialog } from '../components/Dialog';
import { Failure } from '../components/Failure';
import { useFocusPassedOn } from '../components/focus';
import type { Device } from '../gen/voronka/notifier/v1/device_pb';
import { useTranslation } from '../i18n/translation';
import { pushState } from '../pushes/push_state';
import { useObserved } from '../state/observable';
import styles from './DeviceList.module.css';
import { DeviceName } from './DeviceName';
import { useDevices } from './device_query';
import { useDeviceTest } from './device_trial';
import { RemoveDeviceForm } from './RemoveDeviceForm';

// When it was added tells apart what has one name.
function Times({ device, id }: { device: Device; id: string }) {
  const { t } = useTranslation();
  const { seenTime, createTime } = device;
  return (
    <p className={styles.when} id={id}>
      {t('devices.seen', { time: timestampText(seenTime ?? createTime) })}
      {' · '}
      {t('pushes.since', { time: timestampText(createTime) })}
    </p>
  );
}

function DeviceRow({ device, remove }: { device: Device; remove: () => void }) {
  const { t } = useTranslation();
  const row = useFocusPassedOn<HTMLLIElement>();
  const times = useId();
  const { test, isBusy, text, problem: refused } = useDeviceTest(device);
  const { name, problem } = device;
  return (
    <li className={styles.row} ref={row} data-device={String(device.id)}>
      <div className={styles.what}>
        <DeviceName device={device} />
        <Times device={device} id={times} />
        {problem && <p className={styles.problem}>{problem}</p>}
        {refused && (
          <p className={styles.problem} role="alert">
            {refused}
          </p>
        )}
        <p className={styles.when} role="status" aria-live="polite">
          {text}
        </p>
      </div>
      <div className={styles.buttons}>
        <Button
          size="xs"
          variant="default"
          loading={isBusy}
          aria-label={t('pushes.testOf', { name })}
          aria-describedby={times}
          onClick={test}
        >
          {t('pushes.test')}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={t('pushes.removeOf', { name })}
          aria-describedby={times}
          onClick={remove}
        >
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
  const [removed, setRemoved] = useState<Device>();
  const close = () => setRemoved(undefined);
  if (isPending) return <Skeleton height={96} radius={12} />;
  if (!data) return <Failure text={refusalOf(error).message} retry={() => void refetch()} />;
  return (
    <>
      {data.length === 0 && <p className={styles.none}>{t('pushes.noDevices')}</p>}
      <ul className={styles.rows}>
        {data.map((device) => (
          <DeviceRow key={String(device.id)} device={device} remove={() => setRemoved(device)} />
        ))}
      </ul>
      <Dialog opened={removed !== undefined} title={t('pushes.removeTitle')} close={close}>
        {removed && <RemoveDeviceForm device={removed} close={close} />}
      </Dialog>
    </>
  );
}
