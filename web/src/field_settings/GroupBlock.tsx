import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { fieldsIn, newField, withAdded, withGroupMoved, withGroupNamed, withoutGroup } from './arrange';
import type { DraftGroup } from './draft_set';
import styles from './field_settings.module.css';
import { FieldRow } from './FieldRow';
import { OrderButtons } from '../settings/OrderButtons';
import type { Working } from './use_work';

interface GroupProps {
  entity: Entity;
  working: Working;
  // Undefined: the account has no groups.
  group: DraftGroup | undefined;
  openId: string;
  open: (id: string) => void;
}

function GroupHeader({ working, group, open }: Pick<GroupProps, 'working' | 'open'> & { group: DraftGroup }) {
  const { t } = useTranslation();
  const { work, change, problems } = working;
  const { groups } = work.typed;
  const name = group.name || t('fieldSettings.newGroup');
  const at = groups.indexOf(group);
  return (
    <header className={styles.groupHeader}>
      <TextInput
        className={styles.groupName}
        aria-label={t('fieldSettings.groupName')}
        placeholder={t('fieldSettings.newGroup')}
        value={group.name}
        onChange={(event) => change(withGroupNamed(work, group.id, event.currentTarget.value))}
        error={problems[`${group.id}/name`] ?? problems[`${group.id}/key`]}
        maxLength={100}
        autoComplete="off"
        autoFocus={!group.name}
      />
      <OrderButtons
        up={t('fieldSettings.groupUp', { name })}
        down={t('fieldSettings.groupDown', { name })}
        isFirst={at === 0}
        isLast={at === groups.length - 1}
        move={(step) => change(withGroupMoved(work, group.id, step))}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('fieldSettings.removeGroup', { name })}
        title={groups.length > 1 ? t('fieldSettings.removeGroupHint') : undefined}
        onClick={() => {
          open('');
          change(withoutGroup(work, group.id));
        }}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </header>
  );
}

export function GroupBlock({ entity, working, group, openId, open }: GroupProps) {
  const { t } = useTranslation();
  const { work, change } = working;
  const name = group ? group.name || t('fieldSettings.newGroup') : t('fieldSettings.title');
  const fields = fieldsIn(work.typed, group?.key ?? '');
  const add = () => {
    const field = newField(work, group?.key ?? '');
    open(field.id);
    change(withAdded(work, field));
  };
  return (
    <section className={styles.group} aria-label={name} data-group={group?.key ?? ''}>
      {group && <GroupHeader working={working} group={group} open={open} />}
      <ul className={styles.fields}>
        {fields.map((field) => (
          <FieldRow
            key={field.id}
            entity={entity}
            working={working}
            field={field}
            isOpen={field.id === openId}
            open={open}
          />
        ))}
      </ul>
      {!fields.length && <p className={styles.note}>{t('fieldSettings.emptyGroup')}</p>}
      <Button
        size="sm"
        variant="default"
        className={styles.add}
        leftSection={<IconPlus size={15} aria-hidden="true" />}
        aria-label={group ? t('fieldSettings.addFieldTo', { name }) : undefined}
        onClick={add}
      >
        {t('fieldSettings.addField')}
      </Button>
    </section>
  );
}
