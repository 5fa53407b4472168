import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { entityOf, isItself, itself } from '../rules/field_name';

// A client, or a company, that the deal does not have and a stage asks about.
export interface Lacking {
  entity: Entity.CONTACT | Entity.COMPANY;
  // The fields of it that are asked for.
  names: string[];
}

type Attached = Pick<Deal, 'contactId' | 'companyId'>;

const isThere = {
  [Entity.CONTACT]: ({ contactId }: Attached) => contactId !== 0n,
  [Entity.COMPANY]: ({ companyId }: Attached) => companyId !== 0n,
} as const;

// What must be there before the fields of it can be filled in. `names`: of all fields that are asked for.
export function lackingOf(deal: Attached, names: string[]): Lacking[] {
  return ([Entity.CONTACT, Entity.COMPANY] as const)
    .filter((entity) => !isThere[entity](deal))
    .map((entity) => ({ entity, names: names.filter((name) => entityOf(name) === entity) }))
    .filter(({ entity, names: asked }) => asked.length > 0 || names.includes(itself[entity]));
}

// Those that have editors, and wait for nothing.
export const fillable = (names: string[], lacking: Lacking[]): string[] =>
  names.filter((name) => !isItself(name) && !lacking.some(({ names: waiting }) => waiting.includes(name)));
