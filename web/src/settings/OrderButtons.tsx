import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import styles from './OrderButtons.module.css';

interface OrderButtonsProps {
  up: string;
  down: string;
  isFirst: boolean;
  isLast: boolean;
  move: (step: -1 | 1) => void;
}

// Moves a group, a field or a choice by one. A button without effect still takes the focus, so that it is not lost
// when something has arrived at the end.
export function OrderButtons({ up, down, isFirst, isLast, move }: OrderButtonsProps) {
  const button = { variant: 'subtle', color: 'gray', className: styles.order } as const;
  return (
    <span className={styles.orderButtons}>
      <ActionIcon {...button} aria-label={up} aria-disabled={isFirst} onClick={() => !isFirst && move(-1)}>
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon {...button} aria-label={down} aria-disabled={isLast} onClick={() => !isLast && move(1)}>
        <IconArrowDown size={16} />
      </ActionIcon>
    </span>
  );
}
