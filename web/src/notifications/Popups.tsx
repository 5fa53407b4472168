import { Button, CloseButton } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { useTranslation } from '../i18n/translation';
import { useObserved } from '../state/observable';
import { acknowledge, completeTask, snooze } from './actions';
import { isReminder } from './inbox';
import { openNotification } from './open';
import { hidePopup, popups } from './popups';
import styles from './Popups.module.css';

const shownAtOnce = 3;

function Popup({ notification }: { notification: Notification }) {
  const { t } = useTranslation();
  return (
    <div className={styles.popup} role="alertdialog" aria-label={notification.text}>
      <IconBell size={18} aria-hidden="true" className={styles.icon} />
      <p className={styles.text}>{notification.text}</p>
      <CloseButton size="sm" aria-label={t('actions.close')} onClick={() => hidePopup(notification.id)} />
      <div className={styles.buttons}>
        {isReminder(notification) && (
          <Button size="compact-sm" onClick={() => completeTask(notification)}>
            {t('notifications.complete')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant={isReminder(notification) ? 'default' : 'filled'}
          onClick={() => openNotification(notification)}
        >
          {t('actions.open')}
        </Button>
        {isReminder(notification) && (
          <Button size="compact-sm" variant="default" onClick={() => snooze(notification)}>
            {t('notifications.snooze')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => acknowledge(notification)}>
          {t('notifications.dismiss')}
        </Button>
      </div>
    </div>
  );
}

export function Popups() {
  return (
    <div className={styles.popups} aria-live="assertive">
      {useObserved(popups)
        .slice(-shownAtOnce)
        .map((notification) => (
          <Popup key={String(notification.id)} notification={notification} />
        ))}
    </div>
  );
}
