import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState, type MouseEvent } from 'react';
import { userZone } from '../calendar/user_zone';
import { serverNow } from '../clock/server_clock';
import { swallowSecondTap } from '../components/second_tap';
import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { useTranslation } from '../i18n/translation';
import { snooze } from './actions';
import { snoozeChoices } from './snooze_choices';

interface SnoozeButtonsProps {
  notification: Notification;
  // All choices at once. Otherwise the shortest, and the others when they are asked for.
  all?: boolean;
}

// For how long the notification may be put off. Nothing where it cannot be.
export function SnoozeButtons({ notification, all = false }: SnoozeButtonsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(all);
  // The choices come under the finger: the second tap of a double one chooses none.
  const showAll = ({ nativeEvent }: MouseEvent) => {
    if (nativeEvent.detail !== 0) swallowSecondTap(nativeEvent);
    setOpen(true);
  };
  const choices = snoozeChoices(notification, new Date(serverNow()), userZone());
  return (
    <>
      {(open ? choices : choices.slice(0, 1)).map((choice, at) => (
        <Button
          key={choice.name}
          size="compact-sm"
          variant="default"
          // It takes the place of the button that showed it.
          autoFocus={!all && at === 1}
          onClick={() => snooze(notification, choice)}
        >
          {t(`notifications.snoozes.${choice.name}`)}
        </Button>
      ))}
      {!open && choices.length > 1 && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('notifications.snoozes.more')}
          title={t('notifications.snoozes.more')}
          onClick={showAll}
        >
          <IconChevronDown size={16} aria-hidden="true" />
        </Button>
      )}
    </>
  );
}
