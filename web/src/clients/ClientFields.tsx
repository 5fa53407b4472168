import { RestoredDraft } from '../components/RestoredDraft';
import { EditsOf, useCurrentEdits } from '../fields/edits';
import { useFieldSet } from '../fields/field_sets';
import { OwnField } from '../fields/OwnField';
import { Rows } from '../fields/Row';
import { shownGroups } from '../fields/shown_groups';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import { Entity, type Field } from '../gen/voronka/crm/v1/field_set_pb';
import { mayChangeContact } from '../people/rights';
import { fieldName } from '../rules/field_name';
import styles from './ClientFields.module.css';
import { useSaveOfContact } from '../deal/own_values';

interface ContactFieldsProps {
  contact: Contact;
  // Why a field should be filled in, by its name in rules.
  neededFor: (name: string) => string;
}

function Group({ contact, neededFor, name, fields }: ContactFieldsProps & { name: string; fields: Field[] }) {
  const save = useSaveOfContact(contact);
  return (
    <>
      {name && <h3 className={styles.group}>{name}</h3>}
      <Rows>
        {fields.map((field) => (
          <OwnField
            key={field.key}
            field={field}
            value={contact.fields[field.key]}
            readOnly={!mayChangeContact(contact)}
            changedBy=""
            note={neededFor(fieldName(Entity.CONTACT, field.key))}
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

// The account's own fields of a contact: its name, phones and emails are above them.
export function ContactFields({ contact, neededFor }: ContactFieldsProps) {
  const set = useFieldSet(Entity.CONTACT);
  const groups = (set ? shownGroups(set, '') : [])
    .map(({ key, name, fields }) => ({ key, name, fields: fields.filter(({ system }) => !system) }))
    .filter(({ fields }) => fields.length > 0);
  if (!groups.length) return null;
  return (
    <div className={styles.fields}>
      <EditsOf name={`fields-contact-${contact.id}`}>
        <Restored />
        {groups.map(({ key, ...group }) => (
          <Group key={key} contact={contact} neededFor={neededFor} {...group} />
        ))}
      </EditsOf>
    </div>
  );
}
