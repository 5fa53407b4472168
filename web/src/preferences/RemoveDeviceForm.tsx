import { Button } from '@mantine/core';
import { refusalOf } from '../api/refusal';
import { timestampText } from '../calendar/date_text';
import { Problem } from '../components/Problem';
import type { Device } from '../gen/voronka/notifier/v1/device_pb';
import { useTranslation } from '../i18n/translation';
import form from '../style/form.module.css';
import { DeviceName } from './DeviceName';
import { useRemoveDevice } from './device_query';

// Asks once. What goes is told apart from others of its name.
export function RemoveDeviceForm({ device, close }: { device: Device; close: () => void }) {
  const { t } = useTranslation();
  const removal = useRemoveDevice(close);
  return (
    <div className={form.form}>
      <p className={form.explanation}>
        <DeviceName device={device} />
        {' · '}
        {t('pushes.since', { time: timestampText(device.createTime) })}
      </p>
      <p className={form.explanation}>{t('pushes.removeEffect')}</p>
      <Problem>{removal.error && refusalOf(removal.error).message}</Problem>
      <div className={form.buttons}>
        <Button variant="default" onClick={close} data-autofocus>
          {t('actions.cancel')}
        </Button>
        <Button color="red.8" loading={removal.isPending} onClick={() => removal.mutate(device)}>
          {t('pushes.remove')}
        </Button>
      </div>
    </div>
  );
}
