import type { TypedValues } from '../rules/filled_fields';
import { newCompanyName } from '../rules/new_company';
import { companyKind } from './client_kinds';
import { putClient } from './client_query';

// A form is sent: makes the new companies that are chosen under these keys, and puts their ids in their places. A form
// keeps what is returned, so that another try makes none of them twice. The same object: there was nothing to make.
export async function withCompaniesMade(
  typed: TypedValues,
  keys: readonly string[],
  requestId: (name: string) => string,
): Promise<TypedValues> {
  const made: TypedValues = {};
  for (const key of keys) {
    const name = newCompanyName(typed[key] ?? '');
    if (name === undefined) continue;
    const company = await companyKind.add(requestId(name), { name });
    putClient(companyKind, company);
    made[key] = String(company.id);
  }
  return Object.keys(made).length > 0 ? { ...typed, ...made } : typed;
}
