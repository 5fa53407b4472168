import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useFocusPassedOn } from '../components/focus';
import { Entity, Field_Kind } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { kinds } from '../fields/kinds';
import { usualLabel } from '../fields/labels';
import { fieldsIn, groupOf, withField, withFieldBefore, withFieldMoved, withoutField } from './arrange';
import type { DraftField } from './draft_set';
import { FieldForm } from './FieldForm';
import styles from './field_settings.module.css';
import { NameAndFacts } from '../settings/NameAndFacts';
import { OrderButtons } from '../settings/OrderButtons';
import { useReordering } from '../settings/use_reordering';
import type { Working } from './use_work';

interface FieldRowProps {
  entity: Entity;
  working: Working;
  field: DraftField;
  isOpen: boolean;
  open: (id: string) => void;
}

export function useFieldName(entity: Entity): (field: DraftField) => string {
  const { t } = useTranslation();
  return ({ label, key, system }) =>
    label || (system && usualLabel(entity, key)) || t(system ? 'fieldSettings.label' : 'fieldSettings.newField');
}

// Of system fields alone.
const systemKinds: Partial<Record<Field_Kind, string>> = {
  [Field_Kind.CONTACT]: 'fields.kinds.contact',
  [Field_Kind.COMPANY]: 'fields.kinds.company',
};

function Head({ field, name }: { field: DraftField; name: string }) {
  const { t } = useTranslation();
  const kind = kinds[field.kind]?.name ?? systemKinds[field.kind] ?? '';
  const facts = [
    t(kind),
    field.system && t('fieldSettings.system'),
    field.pipelines.length > 0 && t('fieldSettings.someOf'),
    Boolean(field.visibleTo?.length) && t('fieldSettings.limited'),
    Boolean(field.editableBy?.length) && t('fieldSettings.guarded'),
    field.isNew && t('fieldSettings.unsaved'),
  ];
  return <NameAndFacts name={name} facts={facts} />;
}

const isAbout = (field: DraftField, place: string): boolean =>
  [field, ...field.choices].some(({ id }) => place.startsWith(`${id}/`));

export function FieldRow({ entity, working, field, isOpen, open }: FieldRowProps) {
  const { t } = useTranslation();
  const { work, change, problems } = working;
  const name = useFieldName(entity)(field);
  const siblings = fieldsIn(work.typed, groupOf(work.typed, field));
  const isWrong = Object.keys(problems).some((place) => isAbout(field, place));
  const { row, handle, isOver } = useReordering<HTMLButtonElement>('fields', field.id, (id) =>
    change(withFieldBefore(work, id, field)),
  );
  useFocusPassedOn(row);
  const isShown = isOpen || isWrong;
  return (
    <li ref={row} className={styles.fieldRow} data-field={field.key} data-over={isOver || undefined}>
      <div className={styles.fieldLine}>
        <UnstyledButton
          ref={handle}
          className={styles.fieldName}
          aria-expanded={isShown}
          onClick={() => open(isOpen ? '' : field.id)}
        >
          {isShown ? (
            <IconChevronDown size={16} aria-hidden="true" />
          ) : (
            <IconChevronRight size={16} aria-hidden="true" />
          )}
          <Head field={field} name={name} />
        </UnstyledButton>
        <OrderButtons
          up={t('fieldSettings.fieldUp', { name })}
          down={t('fieldSettings.fieldDown', { name })}
          isFirst={siblings[0] === field}
          isLast={siblings.at(-1) === field}
          move={(step) => change(withFieldMoved(work, field, step))}
        />
      </div>
      {isShown && (
        <FieldForm
          entity={entity}
          set={work.typed}
          field={field}
          problems={problems}
          change={(part) => change(withField(work, { ...field, ...part }))}
          remove={() => change(withoutField(work, field))}
          fold={() => open('')}
        />
      )}
    </li>
  );
}
