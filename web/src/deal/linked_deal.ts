import type { MessageInitShape } from '@bufbuild/protobuf';
import type { CreateLinkedDealRequestSchema, Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { askedFields } from '../new_deal/new_deal';
import { isForClaims } from '../pipelines/purposes';
import { partsOf, type FilledField } from '../rules/filled_fields';
import type { NamedField, NamedFields } from '../rules/named_fields';

type LinkedDeal = Omit<MessageInitShape<typeof CreateLinkedDealRequestSchema>, '$typeName' | 'requestId'>;

// Besides what every deal has of the one that it is about.
const ofSource = new Set(['deal.contact_id', 'deal.company_id']);

// What to ask about a deal that is about another: its client and its company are those of the other.
export function askedOfLinked(names: string[], fields: NamedFields): NamedField[] {
  const isOwn = (name: string) => fields.get(name)?.entity === Entity.DEAL && !ofSource.has(name);
  return askedFields(names.filter(isOwn), fields);
}

export function linkedDeal(
  filled: FilledField[],
  source: Pick<Deal, 'id'>,
  pipeline: string,
  responsibleUserId: bigint,
): LinkedDeal {
  return { dealId: source.id, deal: { ...partsOf(filled).deal.values, pipeline, responsibleUserId } };
}

// Where a claim can be made, and where another deal.
export function offeredFor(isClaim: boolean, pipelines: Pipeline[]): Pipeline[] {
  return pipelines.filter((pipeline) => isForClaims(pipeline) === isClaim);
}
