import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import type { Problems } from '../settings/problems';
import { Entity, Field_Kind } from '../gen/voronka/crm/v1/field_set_pb';
import { kinds } from '../fields/kinds';
import { usualLabel } from '../fields/labels';
import { useEveryPipeline } from '../pipelines/pipelines';
import form from '../style/form.module.css';
import { groupOf } from './arrange';
import { ChoiceList } from './ChoiceList';
import { hasBounds, hasChoices, hasLength, type DraftField, type DraftSet } from './draft_set';
import styles from './field_settings.module.css';
import { IndexChoice } from './IndexChoice';
import { RoleChoice } from './RoleChoice';

interface PartProps {
  field: DraftField;
  problems: Problems;
  change: (part: Partial<DraftField>) => void;
}

const offered = Object.values(Field_Kind).filter((kind) => typeof kind === 'number' && kinds[kind]) as Field_Kind[];

function KindSelect({ field, problems, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('fieldSettings.kind')}
      description={field.isNew ? undefined : t('fieldSettings.kindFixed')}
      disabled={!field.isNew}
      value={String(field.kind)}
      onChange={(event) => change({ kind: offered.find((kind) => String(kind) === event.currentTarget.value) })}
      error={problems[`${field.id}/kind`]}
      data={offered.map((kind) => ({ value: String(kind), label: t(kinds[kind]?.name ?? '') }))}
    />
  );
}

function KeyInput({ field, problems, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('fieldSettings.key')}
      description={t('fieldSettings.keyHint')}
      readOnly={!field.isNew}
      value={field.key}
      onChange={(event) => change({ key: event.currentTarget.value, isKeyTyped: true })}
      error={problems[`${field.id}/key`]}
      maxLength={40}
      autoCapitalize="none"
      autoComplete="off"
      spellCheck={false}
    />
  );
}

function Bounds({ field, problems, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <div className={form.row}>
      {(['min', 'max'] as const).map((bound) => (
        <TextInput
          key={bound}
          label={t(`fieldSettings.${bound}`)}
          inputMode="decimal"
          value={field[bound]}
          onChange={(event) => change({ [bound]: event.currentTarget.value })}
          error={problems[`${field.id}/${bound}`]}
          autoComplete="off"
        />
      ))}
    </div>
  );
}

function LengthInput({ field, problems, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('fieldSettings.maxLength')}
      description={t('fieldSettings.maxLengthHint')}
      inputMode="numeric"
      value={field.maxLength}
      onChange={(event) => change({ maxLength: event.currentTarget.value.trim() })}
      error={problems[`${field.id}/max_length`]}
      autoComplete="off"
    />
  );
}

// None is chosen: the field is in all of them.
function PipelineChoice({ field, problems, change }: PartProps) {
  const { t } = useTranslation();
  const all = useEveryPipeline() ?? [];
  const { pipelines } = field;
  const toggle = (key: string) =>
    change({
      pipelines: pipelines.includes(key) ? pipelines.filter((other) => other !== key) : [...pipelines, key],
    });
  const problem = problems[`${field.id}/pipelines`];
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('fieldSettings.pipelines')}</legend>
      <Checkbox
        label={t('fieldSettings.everyPipeline')}
        checked={pipelines.length === 0}
        disabled={pipelines.length === 0}
        onChange={() => change({ pipelines: [] })}
      />
      {all
        .filter(({ key, archiveTime }) => !archiveTime || pipelines.includes(key))
        .map(({ key, name, archiveTime }) => (
          <Checkbox
            key={key}
            label={archiveTime ? t('fieldSettings.archived', { name }) : name}
            checked={pipelines.includes(key)}
            onChange={() => toggle(key)}
          />
        ))}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

interface FieldFormProps extends PartProps {
  entity: Entity;
  set: DraftSet;
  remove: () => void;
  fold: () => void;
}

function GroupSelect({ field, set, problems, change }: PartProps & { set: DraftSet }) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('fieldSettings.group')}
      value={groupOf(set, field)}
      onChange={(event) => change({ group: event.currentTarget.value })}
      error={problems[`${field.id}/group`]}
      data={set.groups.map(({ key, name }) => ({ value: key, label: name || t('fieldSettings.newGroup') }))}
    />
  );
}

// What only a field of the account's own has.
function OwnParts(props: FieldFormProps) {
  const { t } = useTranslation();
  const { entity, field, problems, change } = props;
  return (
    <>
      <Textarea
        label={t('fieldSettings.fieldHint')}
        description={t('fieldSettings.fieldHintHint')}
        value={field.hint}
        onChange={(event) => change({ hint: event.currentTarget.value.replace(/\n/g, ' ') })}
        error={problems[`${field.id}/hint`]}
        maxLength={500}
        rows={2}
      />
      {hasChoices(field) && <ChoiceList field={field} problems={problems} change={(choices) => change({ choices })} />}
      {hasBounds(field) && <Bounds {...props} />}
      {hasLength(field) && <LengthInput {...props} />}
      <IndexChoice {...props} />
      {entity === Entity.DEAL && <PipelineChoice {...props} />}
      <RoleChoice field={field} part="visibleTo" change={change} />
      <KeyInput {...props} />
    </>
  );
}

export function FieldForm(props: FieldFormProps) {
  const { t } = useTranslation();
  const { entity, set, field, problems, change, remove, fold } = props;
  const usual = usualLabel(entity, field.system ? field.key : '');
  return (
    <div className={`${form.form} ${styles.fieldForm}`}>
      <TextInput
        label={t('fieldSettings.label')}
        description={usual ? t('fieldSettings.usualLabel', { label: usual }) : undefined}
        placeholder={usual || undefined}
        value={field.label}
        onChange={(event) => change({ label: event.currentTarget.value })}
        error={problems[`${field.id}/label`]}
        maxLength={100}
        autoComplete="off"
        autoFocus
      />
      {!field.system && <KindSelect {...props} />}
      {set.groups.length > 1 && <GroupSelect {...props} />}
      {!field.system && <OwnParts {...props} />}
      <RoleChoice field={field} part="editableBy" change={change} />
      <div className={styles.formEnd}>
        {!field.system && (
          <Button variant="default" className={styles.remove} onClick={remove}>
            {t('fieldSettings.remove')}
          </Button>
        )}
        <Button variant="default" onClick={fold}>
          {t('fields.done')}
        </Button>
      </div>
      {!field.system && !field.isNew && <p className={styles.note}>{t('fieldSettings.removeHint')}</p>}
    </div>
  );
}
