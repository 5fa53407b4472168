import { kinds } from '../fields/kinds';
import type { ValueForm } from '../fields/value_forms';
import { Field_Kind } from '../gen/voronka/crm/v1/field_set_pb';
import { newCompanyName } from './new_company';

// A company as an id, or as the name of one that is made when the form is sent. No field of an account's own is one, so
// that it has no value of its kind.
const companyForm: ValueForm = {
  typed: () => '',
  value: (typed) =>
    newCompanyName(typed) === undefined ? { case: 'userId', value: BigInt(typed) } : { case: 'text', value: typed },
  text: () => '',
};

// How a form that asks for fields of a deal, its client and its company writes their values: as the card does, and a
// contact's company as well. Undefined: it has no editor for them.
export const askedForm = (kind: Field_Kind): ValueForm | undefined =>
  kind === Field_Kind.COMPANY ? companyForm : kinds[kind]?.form;
