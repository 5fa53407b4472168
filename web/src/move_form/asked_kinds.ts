import { CompanyEditor } from '../clients/CompanyEditor';
import { kinds, type Kind } from '../fields/kinds';
import type { ValueForm } from '../fields/value_forms';
import { Field_Kind } from '../gen/voronka/crm/v1/field_set_pb';

type Asked = Pick<Kind, 'form' | 'Editor'>;

// A company as an id. No field of an account's own is one, so that it has no value of its kind.
const idForm: ValueForm = {
  typed: () => '',
  value: (typed) => ({ case: 'userId', value: BigInt(typed) }),
  text: () => '',
};

// How the form of a move asks for fields: as the card does, and for a contact's company as well.
export const askedKinds: Partial<Record<Field_Kind, Asked>> = {
  ...kinds,
  [Field_Kind.COMPANY]: { form: idForm, Editor: CompanyEditor },
};
