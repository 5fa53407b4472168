import { TextInput, VisuallyHidden } from '@mantine/core';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useFailure } from '../api/use_failure';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { isKey } from '../components/keys';
import { useTranslation } from '../i18n/translation';
import type { Command } from './commands';
import { Options } from './Options';
import styles from './Palette.module.css';
import { usePaletteRows, type PaletteRow } from './rows';
import { useFound } from './use_found';

const stepOf = (event: globalThis.KeyboardEvent): number =>
  isKey(event, 'ArrowDown') ? 1 : isKey(event, 'ArrowUp') ? -1 : 0;

// One types, walks through the options with the arrow keys, and takes one with Enter; the focus stays in the input.
export function Palette({ commands, close }: { commands: readonly Command[]; close: () => void }) {
  const { t } = useTranslation();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [chosen, choose] = useState('');
  const { query, results, isCurrent } = useFound(typed);
  const failure = useFailure(query);
  const rows = usePaletteRows(typed, failure ? [] : results, commands);
  const active = rows.find(({ key }) => key === chosen) ?? rows[0];
  const optionId = (key: string) => `${list}-${key}`;
  const activeId = active && optionId(active.key);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const take = ({ isFound, run }: PaletteRow) => {
    if (isFound && !isCurrent) return;
    close();
    run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event.nativeEvent);
    const isTaken = isKey(event.nativeEvent, 'Enter');
    if (!active || (!step && !isTaken)) return;
    event.preventDefault();
    if (isTaken) take(active);
    else choose(rows[(rows.indexOf(active) + step + rows.length) % rows.length]?.key ?? '');
  };
  const change = (text: string) => {
    setTyped(text);
    choose('');
  };

  const isWaiting = !isCurrent && !failure;
  const findsNothing = typed.trim() !== '' && isCurrent && !failure && rows.length === 0;
  return (
    <div className={styles.palette} aria-busy={isWaiting}>
      <TextInput
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={rows.length > 0}
        aria-controls={rows.length > 0 ? list : undefined}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        placeholder={t('search.placeholder')}
        value={typed}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        inputMode="search"
        enterKeyHint="go"
        data-autofocus
      />
      <VisuallyHidden role="status">
        {isWaiting ? t('search.searching') : typed.trim() && t('search.count', { count: rows.length })}
      </VisuallyHidden>
      {failure && <Failure {...failure} />}
      {rows.length > 0 && (
        <Options id={list} rows={rows} activeId={activeId} optionId={optionId} choose={choose} take={take} />
      )}
      {isWaiting && rows.length === 0 && <p className={styles.hint}>{t('search.searching')}</p>}
      {findsNothing && <Empty title={t('search.nothing')} hint={t('search.nothingHint')} />}
      {!typed.trim() && <p className={styles.hint}>{t('search.start')}</p>}
    </div>
  );
}
