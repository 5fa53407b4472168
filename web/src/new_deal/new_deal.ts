import type { MessageInitShape } from '@bufbuild/protobuf';
import type { Refusal } from '../api/refusal';
import type { CreateDealRequestSchema } from '../gen/voronka/crm/v1/deal_pb';
import { placed } from '../rules/asked';
import { askedForm } from '../rules/asked_forms';
import { partsOf, type FilledField } from '../rules/filled_fields';
import type { NamedField, NamedFields } from '../rules/named_fields';

type NewDeal = Omit<MessageInitShape<typeof CreateDealRequestSchema>, '$typeName' | 'requestId'>;

const justName = 'deal.name';

// The fields to ask for. What has gone, or has no editor here, is not asked for; the name is if nothing else is.
export function askedFields(names: string[], fields: NamedFields): NamedField[] {
  const named = (name: string) => {
    const found = fields.get(name);
    return found && askedForm(found.field.kind) ? [found] : [];
  };
  const asked = names.flatMap(named);
  return asked.length > 0 ? asked : named(justName);
}

// A deal with its client and its company, as far as something is filled in of them.
export function newDeal(filled: FilledField[], pipeline: string, stage: string): NewDeal {
  const { deal, contact, company } = partsOf(filled);
  return {
    deal: { ...deal.values, pipeline, stage },
    ...(contact.paths.length && { contact: contact.values }),
    ...(company.paths.length && { company: company.values }),
  };
}

export interface Problems {
  // By the names of fields.
  at: Partial<Record<string, string>>;
  // What no field says.
  elsewhere: string;
}

// What a refusal says, at the fields that are asked for.
export function problemsOf({ violations, message }: Refusal, asked: NamedField[]): Problems {
  const { at, elsewhere } = placed(violations);
  const isAsked = (name: string) => asked.some((named) => named.name === name);
  const [here, others] = [Object.entries(at), elsewhere];
  const shown = here.filter(([name]) => isAsked(name));
  const rest = [...here.filter(([name]) => !isAsked(name)).map(([, text]) => text), ...others];
  return { at: Object.fromEntries(shown), elsewhere: violations.length ? [...new Set(rest)].join(' ') : message };
}
