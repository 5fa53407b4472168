import { comparedForm } from '../fields/compared_forms';
import { numberForm, type ValueForm } from '../fields/value_forms';
import type { Field } from '../gen/voronka/crm/v1/field_set_pb';

// How one value is typed with which the field is compared: a client by the number.
export const filterForm = (field: Pick<Field, 'kind'> | undefined): ValueForm =>
  (field && comparedForm(field)) ?? numberForm;
