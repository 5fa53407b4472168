import { useSystemLabels } from '../fields/system_labels';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { entityOf, fieldName, keyOf } from '../rules/field_name';
import type { Client, ClientKind } from './client_kinds';
import styles from './ClientDetails.module.css';

// The names in rules of what every such client has.
export const namesOf = ({ entity, fields }: Pick<ClientKind<Client>, 'entity' | 'fields'>): string[] =>
  fields.map(({ key }) => fieldName(entity, key));

// What the next stage asks for, of the fields that have no rows to say it. `names`: of fields, in rules.
export function Needed({ names, neededFor }: { names: string[]; neededFor: (name: string) => string }) {
  const labels: Partial<Record<Entity, (key: string) => string>> = {
    [Entity.DEAL]: useSystemLabels(Entity.DEAL),
    [Entity.CONTACT]: useSystemLabels(Entity.CONTACT),
    [Entity.COMPANY]: useSystemLabels(Entity.COMPANY),
  };
  return names.filter(neededFor).map((name) => (
    <p key={name} className={styles.needed}>
      {labels[entityOf(name)]?.(keyOf(name))}: {neededFor(name)}
    </p>
  ));
}
