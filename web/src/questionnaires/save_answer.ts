import { deals } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { cardStore } from '../cards/card_store';
import { companyKind, contactKind, type Client, type ClientChange, type ClientKind } from '../clients/client_kinds';
import { putClient } from '../clients/client_query';
import { isSameValue } from '../fields/save_value';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import type { FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import { placed } from '../rules/asked';
import type { KnownFacts, Owner } from '../rules/field_values';
import type { NamedField } from '../rules/named_fields';
import { answerIn, partOfAnswer } from './questionnaire';

export interface Answer {
  // The same when the same answer is retried.
  requestId: string;
  named: NamedField;
  // Undefined: it is taken back.
  value: FieldValue | undefined;
}

// How the deal, its client or its company is read and written.
interface Keeper<T extends Owner> {
  read: () => Promise<T>;
  update: (change: ClientChange) => Promise<T>;
  put: (owner: T) => void;
}

const dealKeeper = (dealId: bigint): Keeper<Deal> => ({
  read: () => deals.getDeal({ dealId }),
  update: ({ part, ...change }) => deals.updateDeal({ ...change, dealId, deal: part }),
  put: (deal) => void cardStore.putDeals([deal]),
});

const clientKeeper = <T extends Client>(kind: ClientKind<T>, id: bigint): Keeper<T> => ({
  read: () => kind.get(id),
  update: (change) => kind.update(id, change),
  put: (client) => putClient(kind, client),
});

// Refused when somebody else has answered otherwise meanwhile.
async function write<T extends Owner>(keeper: Keeper<T>, owner: T, answer: Answer): Promise<T> {
  const { requestId, named, value } = answer;
  const { values, paths } = partOfAnswer(named, value);
  const change = { part: values, updateMask: { paths } };
  try {
    return await keeper.update({ ...change, requestId, etag: owner.etag });
  } catch (error) {
    if (refusalOf(error).reason !== 'STALE_ETAG') throw error;
    const current = await keeper.read();
    keeper.put(current);
    if (!isSameValue(answerIn(current, named), answerIn(owner, named))) throw error;
    return keeper.update({ ...change, requestId: `${requestId}.${current.etag}`, etag: current.etag });
  }
}

async function save<T extends Owner>(keeper: Keeper<T>, owner: T, answer: Answer): Promise<string | undefined> {
  try {
    keeper.put(await write(keeper, owner, answer));
    return undefined;
  } catch (error) {
    const { violations, message } = refusalOf(error);
    return placed(violations).at[answer.named.name] ?? message;
  }
}

const nobody = Promise.resolve(undefined);

// Writes the answer into its field. Returns why it could not; undefined when it was saved, or nobody has the field.
export function saveAnswer({ deal, contact, company }: KnownFacts, answer: Answer): Promise<string | undefined> {
  switch (answer.named.entity) {
    case Entity.DEAL:
      return save(dealKeeper(deal.id), deal, answer);
    case Entity.CONTACT:
      return contact ? save(clientKeeper(contactKind, contact.id), contact, answer) : nobody;
    case Entity.COMPANY:
      return company ? save(clientKeeper(companyKind, company.id), company, answer) : nobody;
    case Entity.TASK:
    case Entity.UNSPECIFIED:
      return nobody;
  }
}
