import { ActionIcon } from '@mantine/core';
import { IconGripVertical, IconX } from '@tabler/icons-react';
import { useFocusPassedOn } from '../components/focus';
import { User_State, type User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { Avatar } from '../people/Avatar';
import { StateBadge } from '../people/StateBadge';
import { moved, placedAt } from '../settings/order';
import { OrderButtons } from '../settings/OrderButtons';
import { useReordering } from '../settings/use_reordering';
import styles from './queue_settings.module.css';

interface PersonRowProps {
  list: string;
  ids: string[];
  id: string;
  // The place of this one, from 0.
  at: number;
  put: (ids: string[]) => void;
  // Undefined: nobody knows them.
  person: User | undefined;
  problem: string | undefined;
}

// Dragged by the name, or moved by the buttons.
export function PersonRow({ list, ids, id, at, put, person, problem }: PersonRowProps) {
  const { t } = useTranslation();
  const { row, handle, isOver } = useReordering<HTMLSpanElement>(list, id, (dragged) =>
    put(placedAt(ids, dragged, id)),
  );
  const line = useFocusPassedOn<HTMLDivElement>();
  const name = person?.displayName ?? t('queueSettings.unknownPerson', { id });
  const isActive = person?.state === User_State.ACTIVE;
  return (
    <li ref={row} className={styles.person} data-person={id} data-over={isOver || undefined}>
      <div ref={line} className={styles.line}>
        <span ref={handle} className={styles.handle}>
          <IconGripVertical size={16} aria-hidden="true" className={styles.grip} />
          <span className={styles.number}>{at + 1}</span>
          <Avatar userId={BigInt(id)} name={name} size={28} />
          <span className={styles.name} data-active={isActive}>
            {name}
          </span>
          {person && !isActive && <StateBadge state={person.state} />}
        </span>
        <OrderButtons
          up={t('queueSettings.up', { name })}
          down={t('queueSettings.down', { name })}
          isFirst={at === 0}
          isLast={at === ids.length - 1}
          move={(step) => put(moved(ids, id, step))}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('queueSettings.remove', { name })}
          onClick={() => put(ids.filter((other) => other !== id))}
        >
          <IconX size={16} />
        </ActionIcon>
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}
