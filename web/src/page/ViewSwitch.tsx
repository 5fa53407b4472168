import { ActionIcon, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLayoutKanban, IconList, IconTable } from '@tabler/icons-react';
import { useTranslation } from '../i18n/translation';
import { goTo } from '../navigation/go_to';

const icons = { board: IconLayoutKanban, list: IconList, table: IconTable } as const;

interface View {
  kind: keyof typeof icons;
  path: string;
}

// The filter of the screen goes along.
const show = (path: string): void => goTo(path + location.search);

// The same records in another way: «Доска / Таблица». A phone has room for a button alone, which leads to the other.
export function ViewSwitch({ views, current }: { views: readonly [View, View]; current: View['kind'] }) {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const other = views.find(({ kind }) => kind !== current);
  if (isNarrow && other) {
    const Icon = icons[other.kind];
    return (
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t(`tables.views.${other.kind}`)}
        onClick={() => show(other.path)}
      >
        <Icon size={20} aria-hidden="true" />
      </ActionIcon>
    );
  }
  return (
    <SegmentedControl
      size="sm"
      aria-label={t('tables.view')}
      data={views.map(({ kind, path }) => ({ value: path, label: t(`tables.views.${kind}`) }))}
      value={views.find(({ kind }) => kind === current)?.path}
      onChange={show}
    />
  );
}
