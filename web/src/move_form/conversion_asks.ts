import type { Violation } from '../api/refusal';
import { lacksName, lacksPhone } from '../deal/conversion';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { askedBy } from '../rules/asked';
import { entityOf, fieldAt, isItself, itself } from '../rules/field_name';
import { isMendable, isOfApproval } from '../rules/violations';

type Lead = Pick<Deal, 'companyId'>;
type Client = Pick<Contact, 'name' | 'phones' | 'emails' | 'companyId'> | undefined;

const isAboutCompany = (name: string): boolean => name === itself[Entity.COMPANY] || entityOf(name) === Entity.COMPANY;

// Of what moves to the two stages would lack, what the conversion will. `ofLead`: to the won stage of leads; `ofDeal`:
// to the stage of the deal, of which a new deal is only asked for fields. The deal gets the company of its contact.
export function foretold(ofLead: Violation[], ofDeal: Violation[], lead: Lead, client: Client): Violation[] {
  const getsCompany = !lead.companyId && Boolean(client?.companyId);
  const isGiven = ({ field }: Violation) => getsCompany && isAboutCompany(fieldAt(field) ?? '');
  return [
    ...ofLead.filter((violation) => isMendable(violation) && !isOfApproval(violation)),
    ...ofDeal.filter((violation) => violation.reason === 'FIELD_REQUIRED' && !isGiven(violation)),
  ];
}

// What the dialog asks for anyway, as far as it is not known: the client, and who pays.
function ownPlaces(lead: Lead, client: Client): string[] {
  return [
    ...(lacksName(client) ? ['contact.name'] : []),
    ...(lacksPhone(client) ? ['contact.phones'] : []),
    ...(lead.companyId ? [] : [itself[Entity.COMPANY], 'company.name', 'company.tax_number']),
  ];
}

export function conversionAsks(violations: Violation[], lead: Lead, client: Client) {
  const asked = askedBy(violations);
  const own = ownPlaces(lead, client);
  return {
    asked,
    // Names of the fields that are asked for besides.
    fields: asked.fields.filter((name) => !isItself(name) && !own.includes(name)),
    // Whether the deal must be that of a company, which the lead does not have.
    company: !lead.companyId && asked.fields.some(isAboutCompany),
  };
}

// Those that may be filled in: the fields of a company wait for the company.
export const askedNow = (names: string[], hasCompany: boolean): string[] =>
  names.filter((name) => hasCompany || entityOf(name) !== Entity.COMPANY);

// These have a part of the dialog.
const withPart = new Set(['COMMENT_REQUIRED', 'TASK_REQUIRED', 'CHECKLIST_UNFINISHED']);

// What no place of the dialog says. `names`: of the fields that are shown.
export function saidNowhere(violations: Violation[], names: string[], lead: Lead, client: Client): string {
  const places = new Set([...names, ...ownPlaces(lead, client)]);
  const isSaid = ({ reason, field }: Violation) => withPart.has(reason) || places.has(fieldAt(field) ?? '');
  return [...new Set(violations.filter((violation) => !isSaid(violation)).map(({ text }) => text))].join(' ');
}
