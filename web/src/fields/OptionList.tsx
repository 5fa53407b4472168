import { TextInput, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { isKey } from '../components/keys';
import { useTranslation } from '../i18n/translation';
import styles from './editors.module.css';
import { matching, type Option } from './options';
import { walkOptions } from './walk_options';

// With more options than this, the list can be searched.
const manyOptions = 8;
// More are not shown at once: nobody reads them.
const mostShown = 100;

interface OptionListProps {
  label: string;
  options: Option[];
  isChosen: (value: string) => boolean;
  pick: (value: string) => void;
  autoFocus: boolean;
}

export function OptionList({ label, options, isChosen, pick, autoFocus }: OptionListProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const isLong = options.length > manyOptions;
  const found = matching(options, words);
  const left = found.length - mostShown;
  const takeFirst = (event: KeyboardEvent) => {
    if (!isKey(event.nativeEvent, 'Enter') || !words.trim()) return;
    event.stopPropagation();
    event.preventDefault();
    if (found[0]) pick(found[0].value);
  };
  return (
    <div onKeyDown={walkOptions} role="group" aria-label={label} className={styles.options}>
      {isLong && (
        <TextInput
          type="search"
          aria-label={`${label}: ${t('fields.find')}`}
          placeholder={t('fields.find')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={takeFirst}
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          autoComplete="off"
        />
      )}
      <ul className={styles.list}>
        {found.slice(0, mostShown).map(({ value, name }, at) => (
          <li key={value}>
            <UnstyledButton
              className={styles.option}
              aria-pressed={isChosen(value)}
              onClick={() => pick(value)}
              autoFocus={autoFocus && !isLong && at === 0}
              data-autofocus={(autoFocus && !isLong && at === 0) || undefined}
            >
              <span>{name}</span>
              {isChosen(value) && <IconCheck size={15} aria-hidden="true" />}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {!found.length && <p className={styles.note}>{t('fields.noneFound')}</p>}
      {left > 0 && <p className={styles.note}>{t('fields.moreOptions', { count: left })}</p>}
    </div>
  );
}
