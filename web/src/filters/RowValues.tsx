import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { kinds, type Kind } from '../fields/kinds';
import { choiceOptions, userOptions, type Option } from '../fields/options';
import { Field_Kind, type Field } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { usePeople } from '../people/people';
import { ChosenOptions } from '../settings/ChosenOptions';
import { operandOf } from './comparisons';
import { me, type Row } from './draft_filter';
import styles from './filters.module.css';
import { namedPeriods, periodWords } from './periods';

interface RowValuesProps {
  field: Field;
  row: Row;
  change: (values: string[]) => void;
  problem: string | undefined;
}

// A long text is looked for by a short one, a client by the number.
function kindOf({ kind }: Field): Kind | undefined {
  return kinds[kind === Field_Kind.MULTILINE_TEXT ? Field_Kind.TEXT : kind] ?? kinds[Field_Kind.NUMBER];
}

interface OneValueProps {
  field: Field;
  kind: Kind;
  label: string;
  typed: string;
  change: (typed: string) => void;
  problem: string | undefined;
}

function OneValue({ field, kind, label, typed, change, problem }: OneValueProps) {
  const { t } = useTranslation();
  const people = usePeople();
  const [refused, setRefused] = useState('');
  const put = (changed: string) => {
    setRefused('');
    change(changed);
  };
  return (
    <kind.Editor
      field={{ ...field, hint: '' }}
      label={`${field.label}: ${label}`}
      people={people}
      typed={typed}
      change={put}
      choose={put}
      refuse={() => setRefused(t(kind.form.problem ?? 'errors.unexpected'))}
      problem={refused || problem}
      autoFocus={false}
    />
  );
}

function Typed({ field, row, change, problem }: RowValuesProps) {
  const { t } = useTranslation();
  const kind = kindOf(field);
  if (!kind) return null;
  const isOne = operandOf(row.way) === 'one';
  const typed = row.values.length ? row.values : [''];
  return (
    <>
      {typed.slice(0, isOne ? 1 : undefined).map((text, at) => (
        <OneValue
          key={at}
          field={field}
          kind={kind}
          label={t('filters.value')}
          typed={text}
          change={(changed) => change(typed.map((value, other) => (other === at ? changed : value)))}
          problem={at === 0 ? problem : undefined}
        />
      ))}
      {!isOne && typed.at(-1) !== '' && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => change([...typed, ''])}
        >
          {t('filters.addValue')}
        </Button>
      )}
    </>
  );
}

// Moments are bounded by days, unless the filter says them more exactly.
function boundKind(field: Field, typed: string): Kind | undefined {
  return field.kind === Field_Kind.TIME && !typed.includes('T') ? kinds[Field_Kind.DATE] : kindOf(field);
}

function Range({ field, row, change, problem }: RowValuesProps) {
  const { t } = useTranslation();
  const [from = '', to = ''] = row.values;
  const bounds = [
    { label: t('filters.from'), typed: from, put: (typed: string) => change([typed, to]) },
    { label: t('filters.to'), typed: to, put: (typed: string) => change([from, typed]) },
  ];
  return (
    <div className={styles.range}>
      {bounds.map(({ label, typed, put }, at) => {
        const kind = boundKind(field, typed);
        return (
          kind && (
            <div key={label} className={styles.bound}>
              <span aria-hidden="true">{label}</span>
              <OneValue
                field={field}
                kind={kind}
                label={label}
                typed={typed}
                change={put}
                problem={at === 0 ? problem : undefined}
              />
            </div>
          )
        );
      })}
    </div>
  );
}

function PeriodChoice({ field, row, change, problem }: RowValuesProps) {
  const { t } = useTranslation();
  const [chosen = ''] = row.values;
  const offered = chosen && !namedPeriods.includes(chosen) ? [chosen, ...namedPeriods] : namedPeriods;
  return (
    <NativeSelect
      aria-label={`${field.label}: ${t('filters.period')}`}
      value={chosen}
      onChange={(event) => change([event.currentTarget.value])}
      error={problem}
      data={offered.map((typed) => ({ value: typed, label: periodWords(typed, t) }))}
    />
  );
}

function Days({ field, row, change, problem }: RowValuesProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      inputMode="numeric"
      aria-label={`${field.label}: ${t('filters.days')}`}
      value={row.values[0] ?? ''}
      maxLength={4}
      onChange={(event) => change([event.currentTarget.value.trim()])}
      error={problem}
      rightSection={<span className={styles.unit}>{t('filters.daysShort')}</span>}
      autoComplete="off"
    />
  );
}

function YesOrNo({ field, row, change, problem }: RowValuesProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      aria-label={`${field.label}: ${t('filters.value')}`}
      value={row.values[0] ?? ''}
      onChange={(event) => change([event.currentTarget.value])}
      error={problem}
      data={[
        { value: 'yes', label: t('fields.yes') },
        { value: 'no', label: t('fields.no') },
      ]}
    />
  );
}

function Chosen({ field, row, change, problem, options }: RowValuesProps & { options: Option[] }) {
  return (
    <ChosenOptions
      label={field.label}
      options={options}
      values={row.values}
      change={change}
      problem={problem}
      problemClass={styles.problem}
    />
  );
}

function Values(props: RowValuesProps) {
  const { t } = useTranslation();
  const people = usePeople();
  const { field, row } = props;
  switch (field.kind) {
    case Field_Kind.CHOICE:
    case Field_Kind.CHOICES:
      return <Chosen {...props} options={choiceOptions(field, row.values)} />;
    case Field_Kind.USER:
      return (
        <Chosen
          {...props}
          options={[{ value: me, name: t('filters.me') }, ...userOptions(people.values(), row.values)]}
        />
      );
    case Field_Kind.YES_NO:
      return <YesOrNo {...props} />;
    default:
      return <Typed {...props} />;
  }
}

const editors = { values: Values, one: Typed, range: Range, period: PeriodChoice, days: Days, none: () => null };

// What a row compares its field with, by the editor of its kind.
export function RowValues(props: RowValuesProps) {
  const Editor = editors[operandOf(props.row.way)];
  return <Editor {...props} />;
}
