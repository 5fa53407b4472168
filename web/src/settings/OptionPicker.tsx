import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { onEscape } from '../components/escape';
import { useInPlace } from '../components/focus';
import { OptionList } from '../fields/OptionList';
import type { Option } from '../fields/options';
import { useTranslation } from '../i18n/translation';
import styles from './OptionPicker.module.css';

interface OptionPickerProps {
  // What the list is of, and what the button that opens it says.
  label: string;
  add: string;
  options: Option[];
  chosen: string[];
  pick: (value: string) => void;
}

// A button, and in its place the list that it opens: several are picked one after another.
export function OptionPicker({ label, add, options, chosen, pick }: OptionPickerProps) {
  const { t } = useTranslation();
  const list = useInPlace();
  if (!list.isOpen) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        onClick={list.open}
        autoFocus={list.returns}
      >
        {add}
      </Button>
    );
  }
  return (
    <div className={styles.panel} onKeyDown={onEscape(list.close)}>
      <OptionList label={label} options={options} isChosen={(value) => chosen.includes(value)} pick={pick} autoFocus />
      <Button size="compact-sm" onClick={list.close}>
        {t('fields.done')}
      </Button>
    </div>
  );
}
