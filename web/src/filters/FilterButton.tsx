import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { deferred } from '../components/deferred';
import { useTranslation } from '../i18n/translation';
import bar from './FilterBar.module.css';
import type { FilterBarProps } from './FilterBar';

// With the editors and the words of fields, which the board does not have.
const panel = deferred(async () => (await import('./FilterPanel')).FilterPanel);

// Opens the panel. On a phone it has no words.
export function FilterButton(props: FilterBarProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const isOn = props.filter !== undefined;
  return (
    <>
      <Button
        variant="default"
        className={bar.button}
        data-on={isOn || undefined}
        leftSection={<IconFilter size={16} aria-hidden="true" />}
        aria-label={t(isOn ? 'filters.openOn' : 'filters.open')}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={panel.load}
        onClick={() => setOpen(true)}
      >
        <span className={bar.word}>{t('filters.open')}</span>
      </Button>
      {isOpen && <panel.Component {...props} close={() => setOpen(false)} />}
    </>
  );
}
