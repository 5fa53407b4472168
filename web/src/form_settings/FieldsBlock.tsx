import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import { newEntry, type DraftEntry } from './field_map';
import styles from './form_settings.module.css';
import { entryPlace } from './problems';
import { targets } from './targets';
import type { Working } from './use_work';

interface EntryRowProps {
  working: Working;
  entry: DraftEntry;
  isAdded: boolean;
}

function EntryRow({ working, entry, isAdded }: EntryRowProps) {
  const { t } = useTranslation();
  const { work, problems, put } = working;
  const { entries } = work.typed;
  const number = entries.indexOf(entry) + 1;
  const place = entryPlace(entry.id);
  const change = (part: Partial<DraftEntry>) =>
    put({ entries: entries.map((other) => (other === entry ? { ...entry, ...part } : other)) }, place);
  return (
    <li className={styles.row} data-entry={entry.name}>
      <TextInput
        className={styles.entryName}
        aria-label={t('formSettings.fieldName', { number })}
        placeholder={t('formSettings.fieldNameExample')}
        value={entry.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={problems[place]}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        autoFocus={isAdded}
      />
      <NativeSelect
        className={styles.target}
        aria-label={t('formSettings.target', { name: entry.name || number })}
        value={entry.target}
        onChange={(event) => change({ target: event.currentTarget.value })}
        data={targets.map(({ target, text }) => ({ value: target, label: t(`formSettings.targets.${text}`) }))}
      />
      <ActionIcon
        className={styles.remove}
        variant="subtle"
        color="gray"
        aria-label={t('formSettings.removeField', { name: entry.name || number })}
        onClick={() => put({ entries: entries.filter((other) => other !== entry) }, place)}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </li>
  );
}

// What the fields of the site are, where their names do not say it.
export function FieldsBlock({ working }: { working: Working }) {
  const { t } = useTranslation();
  const { work, problems, put } = working;
  const { entries } = work.typed;
  const [added, setAdded] = useState('');
  const add = () => {
    const entry = newEntry();
    setAdded(entry.id);
    put({ entries: [...entries, entry] }, 'field_map');
  };
  return (
    <Block title={t('formSettings.fields')}>
      <p className={styles.note}>{t('formSettings.fieldsHint')}</p>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <EntryRow key={entry.id} working={working} entry={entry} isAdded={entry.id === added} />
        ))}
      </ul>
      {problems.field_map && (
        <p className={styles.problem} role="alert">
          {problems.field_map}
        </p>
      )}
      <Button
        variant="default"
        size="sm"
        className={styles.add}
        leftSection={<IconPlus size={15} aria-hidden="true" />}
        onClick={add}
      >
        {t('formSettings.addField')}
      </Button>
    </Block>
  );
}
