import type { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import type { File as KeptFile } from '../gen/voronka/crm/v1/file_pb';

// The deal, the contact, the company or the task that files belong to.
export interface Owner {
  entity: Entity;
  entityId: bigint;
}

// A file that the service keeps, as opposed to one of this machine.
export type { KeptFile };

// What is enough to show or save it.
export type NamedFile = Pick<KeptFile, 'id' | 'name' | 'mediaType' | 'size' | 'sha256'>;

export const isOf = (owner: Owner, { entity, entityId }: Owner): boolean =>
  entity === owner.entity && entityId === owner.entityId;
