import {
  createMutableRegistry,
  isMessage,
  type DescMessage,
  type Message,
  type MessageShape,
} from '@bufbuild/protobuf';
import { anyUnpack } from '@bufbuild/protobuf/wkt';
import { ActivitySchema } from '../gen/voronka/crm/v1/activity_pb';
import type { Change } from '../gen/voronka/crm/v1/change_pb';
import { CompanySchema } from '../gen/voronka/crm/v1/company_pb';
import { ContactSchema } from '../gen/voronka/crm/v1/contact_pb';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { HeldFormSchema } from '../gen/voronka/crm/v1/held_form_pb';
import { InquirySchema } from '../gen/voronka/crm/v1/inquiry_pb';
import { PipelineSchema } from '../gen/voronka/crm/v1/pipeline_pb';
import { ResourceChange_Kind } from '../gen/voronka/crm/v1/resource_change_pb';
import { RoleAccessSchema } from '../gen/voronka/crm/v1/role_access_pb';
import { TaskSchema } from '../gen/voronka/crm/v1/task_pb';
import { TimelineEntrySchema } from '../gen/voronka/crm/v1/timeline_pb';
import { UserSchema } from '../gen/voronka/crm/v1/user_pb';

// The resources that screens show.
const shown = createMutableRegistry(
  ActivitySchema,
  CompanySchema,
  ContactSchema,
  DealSchema,
  HeldFormSchema,
  InquirySchema,
  PipelineSchema,
  RoleAccessSchema,
  TaskSchema,
  TimelineEntrySchema,
  UserSchema,
);

// For a resource that no first screen shows: whoever does says so as soon as it is loaded.
export function showChangesOf(type: DescMessage): void {
  shown.add(type);
}

export interface LiveChange {
  kind: ResourceChange_Kind;
  // The resource after the change.
  resource: Message;
}

export function shownChanges(changes: Change[]): LiveChange[] {
  return changes.flatMap(({ kind, resource: packed }) => {
    const resource = packed && anyUnpack(packed, shown);
    return resource ? [{ kind, resource }] : [];
  });
}

// Of these, a deletion says that the user does not see them any more, or that they became another. Only the ids count.
const lasting: DescMessage[] = [CompanySchema, ContactSchema, DealSchema, TaskSchema];

const isGone = ({ kind, resource }: LiveChange): boolean =>
  kind === ResourceChange_Kind.DELETED && lasting.some((type) => isMessage(resource, type));

function those<Desc extends DescMessage>(changes: LiveChange[], type: Desc, areGone: boolean): MessageShape<Desc>[] {
  const told = changes.filter((change) => isGone(change) === areGone);
  return told.flatMap(({ resource }) => (isMessage(resource, type) ? [resource] : []));
}

export const resourcesOf = <Desc extends DescMessage>(changes: LiveChange[], type: Desc): MessageShape<Desc>[] =>
  those(changes, type, false);

// With nothing but their ids and etags.
export const goneOf = <Desc extends DescMessage>(changes: LiveChange[], type: Desc): MessageShape<Desc>[] =>
  those(changes, type, true);
