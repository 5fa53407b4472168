import type { Filled } from '../outbox/new_move';
import { partsOf, type FilledField } from '../rules/filled_fields';

// What the move brings along: only what is filled in, so that nothing else of the deal, its client and its
// company changes.
export function broughtBy(filled: FilledField[], comment: string): Filled | undefined {
  const { deal, contact, company } = partsOf(filled);
  if (!filled.length && !comment.trim()) return undefined;
  return {
    ...(deal.paths.length && { deal: deal.values, updateMask: { paths: deal.paths } }),
    ...(contact.paths.length && { contact: contact.values, contactUpdateMask: { paths: contact.paths } }),
    ...(company.paths.length && { company: company.values, companyUpdateMask: { paths: company.paths } }),
    comment: comment.trim(),
  };
}
