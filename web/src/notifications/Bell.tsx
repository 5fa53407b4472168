import { ActionIcon, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { useFailure } from '../api/use_failure';
import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { useTranslation } from '../i18n/translation';
import styles from './Bell.module.css';
import { isUnread } from './inbox';
import { useInbox } from './inbox_query';
import { inboxList } from './parts';
import { useOver } from './use_over';

const nothing: Notification[] = [];

export function Bell() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const query = useInbox();
  const failure = useFailure(query);
  const inbox = query.data ?? nothing;
  const over = useOver(inbox);
  const unread = inbox.filter((notification) => isUnread(notification) && !over(notification)).length;
  const known = unread ? t('notifications.unread', { count: unread }) : t('notifications.title');
  const label = failure ? t('notifications.unloaded') : known;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={380}
      shadow="md"
      radius={12}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ActionIcon
          className={styles.bell}
          variant="subtle"
          color="gray"
          size={36}
          aria-label={label}
          onClick={() => setOpen(!open)}
        >
          <IconBell size={20} aria-hidden="true" />
          {failure && <span className={styles.count} data-count="!" />}
          {unread > 0 && <span className={styles.count} data-count={unread > 9 ? '9+' : unread} />}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} className={styles.dropdown} aria-label={t('notifications.title')}>
        <inboxList.Component inbox={query.data} failure={failure} isOver={over} close={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
