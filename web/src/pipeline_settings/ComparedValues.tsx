import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { kinds } from '../fields/kinds';
import { choiceOptions, userOptions } from '../fields/options';
import { Field_Kind, type Field } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { usePeople } from '../people/people';
import { ChosenOptions } from '../settings/ChosenOptions';
import type { DraftComparison } from './draft_condition';
import { takesOne } from './operators';
import styles from './pipeline_settings.module.css';

interface ComparedValuesProps {
  field: Field;
  comparison: DraftComparison;
  change: (values: string[]) => void;
  problem: string | undefined;
}

// Others are typed one by one, each with the field's own editor.
function Typed({ field, comparison, change, problem }: ComparedValuesProps) {
  const { t } = useTranslation();
  const people = usePeople();
  const [refused, setRefused] = useState('');
  const kind = kinds[field.kind];
  if (!kind) return null;
  const { operator, values } = comparison;
  const typed = values.length ? values : [''];
  const put = (at: number, text: string) => {
    setRefused('');
    change(
      typed.map((value, other) => (other === at ? text : value)).filter((value, other) => value !== '' || other === at),
    );
  };
  return (
    <>
      {typed.slice(0, takesOne(operator) ? 1 : undefined).map((text, at) => (
        <kind.Editor
          key={at}
          field={{ ...field, hint: '' }}
          label={`${field.label}: ${t('pipelineSettings.value')}`}
          people={people}
          typed={text}
          change={(changed) => put(at, changed)}
          choose={(changed) => put(at, changed)}
          refuse={() => setRefused(t(kind.form.problem ?? 'errors.unexpected'))}
          problem={at === 0 ? refused || problem : undefined}
          autoFocus={false}
        />
      ))}
      {!takesOne(operator) && values.length > 0 && field.kind !== Field_Kind.YES_NO && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => change([...values, ''])}
        >
          {t('pipelineSettings.addValue')}
        </Button>
      )}
    </>
  );
}

export function ComparedValues(props: ComparedValuesProps) {
  const people = usePeople();
  const { field, comparison, change, problem } = props;
  const options =
    field.kind === Field_Kind.CHOICE || field.kind === Field_Kind.CHOICES
      ? choiceOptions(field, comparison.values)
      : field.kind === Field_Kind.USER
        ? userOptions(people.values(), comparison.values)
        : undefined;
  if (!options) return <Typed {...props} />;
  return (
    <ChosenOptions
      label={field.label}
      options={options}
      values={comparison.values}
      change={change}
      problem={problem}
      problemClass={styles.problem}
    />
  );
}
