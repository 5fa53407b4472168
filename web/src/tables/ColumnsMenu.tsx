import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconColumns3, IconGripVertical } from '@tabler/icons-react';
import { useState } from 'react';
import { Dialog } from '../components/Dialog';
import { matching } from '../fields/options';
import { useTranslation } from '../i18n/translation';
import { moved, placedAt } from '../settings/order';
import { OrderButtons } from '../settings/OrderButtons';
import { useReordering } from '../settings/use_reordering';
import { mostColumns, toggled, type Column, type Row, type ShownColumn } from './columns';
import styles from './table.module.css';

interface ChoiceProps<T extends Row> {
  all: Column<T>[];
  shown: ShownColumn<T>[];
  show: (shown: ShownColumn<T>[]) => void;
}

function ShownRow<T extends Row>({ each, shown, show }: { each: ShownColumn<T> } & Omit<ChoiceProps<T>, 'all'>) {
  const { t } = useTranslation();
  const { column } = each;
  const at = shown.indexOf(each);
  const { row, handle, isOver } = useReordering<HTMLSpanElement>('columns', column.name, (name) => {
    const dragged = shown.find((other) => other.column.name === name);
    if (dragged) show(placedAt(shown, dragged, each));
  });
  return (
    <li ref={row} className={styles.column} data-shown={column.name} data-over={isOver || undefined}>
      <span ref={handle} className={styles.grip}>
        <IconGripVertical size={16} aria-hidden="true" />
      </span>
      <Checkbox
        className={styles.name}
        label={<bdi>{column.label}</bdi>}
        checked
        disabled={shown.length === 1}
        onChange={() => show(toggled(shown, column))}
      />
      <OrderButtons
        up={t('tables.earlier', { column: column.label })}
        down={t('tables.later', { column: column.label })}
        isFirst={at === 0}
        isLast={at === shown.length - 1}
        move={(step) => show(moved(shown, each, step))}
      />
    </li>
  );
}

// Those that are shown, in their order, and below them the others.
function Choice<T extends Row>({ all, shown, show }: ChoiceProps<T>) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const options = all.map(({ name, label }) => ({ value: name, name: label }));
  const found = new Set(matching(options, words).map(({ value }) => value));
  const others = all.filter((column) => shown.every((each) => each.column.name !== column.name));
  const isFull = shown.length >= mostColumns;
  return (
    <>
      <TextInput
        type="search"
        aria-label={t('tables.findColumn')}
        placeholder={t('tables.findColumn')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        data-autofocus
        autoComplete="off"
      />
      <ul className={styles.columns} aria-label={t('tables.shownColumns')}>
        {shown
          .filter(({ column }) => found.has(column.name))
          .map((each) => (
            <ShownRow key={each.column.name} each={each} shown={shown} show={show} />
          ))}
      </ul>
      <ul className={styles.columns} aria-label={t('tables.otherColumns')}>
        {others
          .filter(({ name }) => found.has(name))
          .map((column) => (
            <li key={column.name} className={styles.column}>
              <Checkbox
                className={styles.name}
                label={<bdi>{column.label}</bdi>}
                checked={false}
                disabled={isFull}
                onChange={() => show(toggled(shown, column))}
              />
            </li>
          ))}
      </ul>
      {isFull && <p className={styles.note}>{t('tables.mostColumns', { count: mostColumns })}</p>}
    </>
  );
}

// Which columns a table has, and in which order.
export function ColumnsMenu<T extends Row>({ reset, ...choice }: ChoiceProps<T> & { reset: () => void }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconColumns3 size={14} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('tables.columns')}
      </Button>
      <Dialog opened={isOpen} title={t('tables.columns')} close={() => setOpen(false)}>
        <Choice {...choice} />
        <Button mt="md" size="compact-sm" variant="subtle" onClick={reset}>
          {t('tables.usualColumns')}
        </Button>
      </Dialog>
    </>
  );
}
