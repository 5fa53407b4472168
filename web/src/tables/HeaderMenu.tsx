import { ActionIcon, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from '../i18n/translation';
import type { Row, ShownColumn } from './columns';

export interface ColumnActions {
  order: (orderBy: string) => void;
  filter: (name: string, isFilled: boolean) => void;
  move: (name: string, step: 1 | -1) => void;
  resize: (name: string, px: number) => void;
  hide: (name: string) => void;
}

interface HeaderMenuProps<T extends Row> {
  shown: ShownColumn<T>;
  actions: ColumnActions;
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  isFirst: boolean;
  isLast: boolean;
}

const stepPx = 40;

// What can be done with a column, for those who do not drag, too.
export function HeaderMenu<T extends Row>({ shown, actions, isOpen, setOpen, isFirst, isLast }: HeaderMenuProps<T>) {
  const { t } = useTranslation();
  const { column, width } = shown;
  const { name, order } = column;
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-start" returnFocus={false} closeOnEscape>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          tabIndex={-1}
          aria-label={t('tables.columnMenu', { column: column.label })}
        >
          <IconChevronDown size={14} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {order && (
          <>
            <Menu.Item onClick={() => actions.order(order)}>{t('tables.ascending')}</Menu.Item>
            <Menu.Item onClick={() => actions.order(`${order} desc`)}>{t('tables.descending')}</Menu.Item>
          </>
        )}
        <Menu.Item onClick={() => actions.filter(name, true)}>{t('tables.onlyFilled')}</Menu.Item>
        <Menu.Item onClick={() => actions.filter(name, false)}>{t('tables.onlyBlank')}</Menu.Item>
        <Menu.Item disabled={isFirst} onClick={() => actions.move(name, -1)}>
          {t('tables.toLeft')}
        </Menu.Item>
        <Menu.Item disabled={isLast} onClick={() => actions.move(name, 1)}>
          {t('tables.toRight')}
        </Menu.Item>
        <Menu.Item closeMenuOnClick={false} onClick={() => actions.resize(name, width + stepPx)}>
          {t('tables.wider')}
        </Menu.Item>
        <Menu.Item closeMenuOnClick={false} onClick={() => actions.resize(name, width - stepPx)}>
          {t('tables.narrower')}
        </Menu.Item>
        <Menu.Item disabled={isFirst && isLast} onClick={() => actions.hide(name)}>
          {t('tables.hide')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
