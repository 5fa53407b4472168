import { ActionIcon, TextInput } from '@mantine/core';
import { IconGripVertical, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFocusPassedOn } from '../components/focus';
import { moved, placedAt } from '../settings/order';
import { OrderButtons } from '../settings/OrderButtons';
import { useReordering } from '../settings/use_reordering';
import styles from './pipeline_settings.module.css';

interface OrderedRowProps<T> {
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
  reorder: (items: T[]) => void;
  remove: () => void;
  // The attribute that has its key.
  mark: 'data-item' | 'data-asked';
  // What belongs to it besides its text.
  children: ReactNode;
}

// An item of a checklist, a question, or a verdict: dragged by its handle, or moved by the buttons.
export function OrderedRow<T extends { key: string }>({ list, items, item, reorder, ...own }: OrderedRowProps<T>) {
  const { words, text, maxLength, problem, isAdded, setText, remove, mark, children } = own;
  const at = items.indexOf(item);
  const { row, handle, isOver } = useReordering<HTMLSpanElement>(list, item.key, (key) => {
    const dragged = items.find((other) => other.key === key);
    if (dragged) reorder(placedAt(items, dragged, item));
  });
  useFocusPassedOn(row);
  return (
    <li ref={row} className={styles.item} {...{ [mark]: item.key }} data-over={isOver || undefined}>
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
            move={(step) => reorder(moved(items, item, step))}
          />
          <ActionIcon variant="subtle" color="gray" aria-label={words.remove} onClick={remove}>
            <IconTrash size={16} />
          </ActionIcon>
        </span>
      </div>
      {children}
    </li>
  );
}
