import { knownField } from '../fields/field_sets';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { mayEditField } from '../people/rights';

// Whether others than the user name deals, as far as it is known. Loaded apart, so that the board opens without what
// fields are made of.
export function isNameLocked(): boolean {
  const name = knownField(Entity.DEAL, 'name');
  return name !== undefined && !mayEditField(name);
}
