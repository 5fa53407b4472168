import { ActionIcon, TextInput } from '@mantine/core';
import { IconGripVertical, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { moved, placedAt } from '../settings/order';
import { OrderButtons } from '../settings/OrderButtons';
import { useReordering } from '../settings/use_reordering';
import styles from './pipeline_settings.module.css';

interface AskedRowProps<T> {
  // Rows do not leave it.
  list: string;
  items: T[];
  item: T;
  words: { text: string; up: string; down: string; remove: string };
  text: string;
  maxLength: number;
  problem: string | undefined;
  isAdded: boolean;
  setText: (text: string) => void;
  change: (items: T[]) => void;
  // What belongs to it besides its text.
  children: ReactNode;
}

// A question, or a verdict: dragged by its handle, or moved by the buttons.
export function AskedRow<T extends { key: string }>({ list, items, item, change, ...asked }: AskedRowProps<T>) {
  const { words, text, maxLength, problem, isAdded, setText, children } = asked;
  const at = items.indexOf(item);
  const { row, handle, isOver } = useReordering<HTMLSpanElement>(list, item.key, (key) => {
    const dragged = items.find((other) => other.key === key);
    if (dragged) change(placedAt(items, dragged, item));
  });
  return (
    <li ref={row} className={styles.item} data-asked={item.key} data-over={isOver || undefined}>
      <div className={styles.itemLine}>
        <span ref={handle} className={styles.grip}>
          <IconGripVertical size={16} aria-hidden="true" />
        </span>
        <TextInput
          className={styles.reasonName}
          aria-label={words.text}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={problem}
          maxLength={maxLength}
          autoComplete="off"
          autoFocus={isAdded}
        />
        <span className={styles.tools}>
          <OrderButtons
            up={words.up}
            down={words.down}
            isFirst={at === 0}
            isLast={at === items.length - 1}
            move={(step) => change(moved(items, item, step))}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.remove}
            onClick={() => change(items.filter((other) => other !== item))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </span>
      </div>
      {children}
    </li>
  );
}
