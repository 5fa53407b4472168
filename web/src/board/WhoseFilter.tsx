import { SegmentedControl } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import type { Whose } from './board_filter';

interface WhoseFilterProps {
  value: Whose;
  onChange: (whose: Whose) => void;
}

export function WhoseFilter({ value, onChange }: WhoseFilterProps) {
  const { t } = useTranslation();
  const data = [
    { value: 'mine', label: t('board.mine') },
    { value: 'all', label: t('board.all') },
  ];
  return (
    <SegmentedControl
      size="sm"
      aria-label={t('board.filter')}
      data={data}
      value={value}
      onChange={(chosen) => onChange(chosen as Whose)}
    />
  );
}
