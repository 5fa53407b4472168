import { kinds } from './kinds';
import {
  choiceForm,
  dateForm,
  moneyForm,
  numberForm,
  textForm,
  timeForm,
  userForm,
  yesNoForm,
  type ValueForm,
} from './value_forms';
import { Field_Kind, type Field } from '../gen/voronka/crm/v1/field_set_pb';
import type { FieldValue } from '../gen/voronka/crm/v1/field_value_pb';

const formOf: Partial<Record<NonNullable<FieldValue['value']['case']>, ValueForm>> = {
  ...{ text: textForm, number: numberForm, money: moneyForm, date: dateForm, time: timeForm },
  ...{ yes: yesNoForm, choice: choiceForm, userId: userForm },
};

// As the editor of its field has it.
export const typedValue = ({ value }: FieldValue): string =>
  value.case ? (formOf[value.case]?.typed(value) ?? '') : '';

// How one value is typed with which the field is compared: of several choices, one.
export function comparedForm({ kind }: Pick<Field, 'kind'>): ValueForm | undefined {
  return kind === Field_Kind.CHOICES ? choiceForm : kinds[kind]?.form;
}
