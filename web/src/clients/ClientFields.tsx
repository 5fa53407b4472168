import { RestoredDraft } from '../components/RestoredDraft';
import { EditsOf, useCurrentEdits } from '../fields/edits';
import { useFieldSet } from '../fields/field_sets';
import { OwnField } from '../fields/OwnField';
import { Rows } from '../fields/Row';
import { shownGroups } from '../fields/shown_groups';
import type { Field } from '../gen/voronka/crm/v1/field_set_pb';
import { mayChangeClient } from '../people/rights';
import { fieldName } from '../rules/field_name';
import styles from './ClientFields.module.css';
import type { Client, ClientKind } from './client_kinds';
import { useSaveOfClient } from './own_values';

export interface ShownClient<T extends Client> {
  kind: ClientKind<T>;
  client: T;
  // Why a field should be filled in, by its name in rules. Empty: nobody asks for it.
  neededFor: (name: string) => string;
}

function Group<T extends Client>({
  kind,
  client,
  neededFor,
  name,
  fields,
}: ShownClient<T> & { name: string; fields: Field[] }) {
  const save = useSaveOfClient(kind, client);
  return (
    <>
      {name && <h3 className={styles.group}>{name}</h3>}
      <Rows>
        {fields.map((field) => (
          <OwnField
            key={field.key}
            field={field}
            value={client.fields[field.key]}
            readOnly={!mayChangeClient(client)}
            changedBy=""
            note={neededFor(fieldName(kind.entity, field.key))}
            save={(value) => save(field.key, value)}
          />
        ))}
      </Rows>
    </>
  );
}

function Restored() {
  const { restored, reset } = useCurrentEdits();
  return <RestoredDraft shown={restored} reset={reset} />;
}

// The account's own fields of a client. What every account has is above them.
export function ClientFields<T extends Client>(shown: ShownClient<T>) {
  const { kind, client } = shown;
  const set = useFieldSet(kind.entity);
  const groups = (set ? shownGroups(set, '') : [])
    .map(({ key, name, fields }) => ({ key, name, fields: fields.filter(({ system }) => !system) }))
    .filter(({ fields }) => fields.length > 0);
  if (!groups.length) return null;
  return (
    <div className={styles.fields}>
      <EditsOf name={`fields-${kind.name}-${client.id}`}>
        <Restored />
        {groups.map(({ key, ...group }) => (
          <Group key={key} {...shown} {...group} />
        ))}
      </EditsOf>
    </div>
  );
}
