import { Checkbox } from '@mantine/core';
import { useFieldSet } from '../fields/field_sets';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import { Entity, Field_Kind, type Field } from '../gen/voronka/crm/v1/field_set_pb';
import { mayEditField } from '../people/rights';
import styles from '../style/form.module.css';
import type { Chosen } from './conversion';

// More are chosen on the card.
const most = 20;

function isOpen(field: Field, contact: Contact | undefined): boolean {
  const isOfferable = !field.system && field.kind === Field_Kind.CHOICES && field.choices.length <= most;
  return isOfferable && !contact?.fields[field.key] && mayEditField(field);
}

interface LeadMailingsProps {
  contact: Contact | undefined;
  chosen: Chosen;
  change: (chosen: Chosen) => void;
}

// What a client who refuses is kept for, such as the mailing list of some goods: the contact's fields of several choices
// in which nothing is chosen yet.
export function LeadMailings({ contact, chosen, change }: LeadMailingsProps) {
  const fields = useFieldSet(Entity.CONTACT)?.fields.filter((field) => isOpen(field, contact)) ?? [];
  return (
    <>
      {fields.map(({ key, label, choices }) => (
        <Checkbox.Group
          key={key}
          label={label}
          value={chosen[key] ?? []}
          onChange={(keys) => change({ ...chosen, [key]: keys })}
        >
          <div className={styles.form}>
            {choices.map((choice) => (
              <Checkbox key={choice.key} value={choice.key} label={choice.name} />
            ))}
          </div>
        </Checkbox.Group>
      ))}
    </>
  );
}
