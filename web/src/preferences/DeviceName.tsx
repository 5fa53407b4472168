import type { Device } from '../gen/voronka/notifier/v1/device_pb';
import { useTranslation } from '../i18n/translation';
import { isOwn } from '../pushes/subscribe';
import styles from './DeviceList.module.css';

// Two browsers of one kind have one name: the mark of this one tells it from the other.
export function DeviceName({ device }: { device: Device }) {
  const { t } = useTranslation();
  return (
    <>
      <strong>
        <bdi>{device.name}</bdi>
      </strong>
      {isOwn(device) && <span className={styles.current}>{t('devices.current')}</span>}
    </>
  );
}
