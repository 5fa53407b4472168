import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useFocusPassedOn } from '../components/focus';
import { isKey } from '../components/keys';
import { useTranslation } from '../i18n/translation';
import type { Problems } from '../settings/problems';
import { moved } from '../settings/order';
import { newChoice, withoutChoice } from './arrange';
import type { DraftChoice, DraftField } from './draft_set';
import styles from './field_settings.module.css';
import { OrderButtons } from '../settings/OrderButtons';

interface ChoiceListProps {
  field: DraftField;
  problems: Problems;
  change: (choices: DraftChoice[]) => void;
}

interface ChoiceRowProps extends Omit<ChoiceListProps, 'field'> {
  choices: DraftChoice[];
  choice: DraftChoice;
  autoFocus: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
}

function ChoiceRow({ choices, choice, problems, change, autoFocus, onKeyDown }: ChoiceRowProps) {
  const { t } = useTranslation();
  const row = useFocusPassedOn<HTMLLIElement>();
  const at = choices.indexOf(choice);
  const number = { number: at + 1 };
  const name = choice.name || t('fieldSettings.choiceName', number);
  const put = (part: Partial<DraftChoice>) =>
    change(choices.map((other) => (other === choice ? { ...choice, ...part } : other)));
  return (
    <li ref={row} className={styles.choice} data-retired={choice.retired || undefined}>
      <TextInput
        className={styles.choiceName}
        aria-label={t('fieldSettings.choiceName', number)}
        value={choice.name}
        onChange={(event) => put({ name: event.currentTarget.value })}
        onKeyDown={onKeyDown}
        description={choice.retired ? t('fieldSettings.retired') : undefined}
        inputWrapperOrder={['input', 'description', 'error']}
        error={problems[`${choice.id}/name`]}
        maxLength={200}
        autoComplete="off"
        autoFocus={autoFocus}
      />
      <OrderButtons
        up={t('fieldSettings.choiceUp', { name })}
        down={t('fieldSettings.choiceDown', { name })}
        isFirst={at === 0}
        isLast={at === choices.length - 1}
        move={(step) => change(moved(choices, choice, step))}
      />
      {choice.retired ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('fieldSettings.bringChoice', { name })}
          onClick={() => put({ retired: false })}
        >
          <IconArrowBackUp size={16} />
        </ActionIcon>
      ) : (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('fieldSettings.removeChoice', { name })}
          onClick={() => change(withoutChoice(choices, choice))}
        >
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </li>
  );
}

// Enter begins the next choice, so that a list is typed without the mouse.
export function ChoiceList({ field, problems, change }: ChoiceListProps) {
  const { t } = useTranslation();
  const [added, setAdded] = useState('');
  const { choices } = field;
  const add = () => {
    const choice = newChoice();
    setAdded(choice.id);
    change([...choices, choice]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isKey(event.nativeEvent, 'Enter')) return;
    event.preventDefault();
    add();
  };
  const problem = problems[`${field.id}/choices`];
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('fieldSettings.choices')}</legend>
      <ul className={styles.choices}>
        {choices.map((choice) => (
          <ChoiceRow
            key={choice.id}
            choices={choices}
            choice={choice}
            problems={problems}
            change={change}
            autoFocus={choice.id === added}
            onKeyDown={onKeyDown}
          />
        ))}
      </ul>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={add}>
        {t('fieldSettings.addChoice')}
      </Button>
    </fieldset>
  );
}
