import type { ComponentType } from 'react';
import { Field_Kind } from '../gen/voronka/crm/v1/field_set_pb';
import { mailLink } from '../i18n/mail';
import { phoneLink } from '../i18n/phone';
import type { EditorProps } from './editor_props';
import { MoneyEditor } from './MoneyEditor';
import { ChoiceEditor, ChoicesEditor, UserEditor, YesNoEditor } from './option_editors';
import { pageLink } from './page_link';
import { dateEditor, lineEditor, LongTextEditor } from './text_editors';
import {
  choiceForm,
  choicesForm,
  dateForm,
  moneyForm,
  numberForm,
  phoneForm,
  textForm,
  timeForm,
  userForm,
  yesNoForm,
  type ValueForm,
} from './value_forms';

export interface Kind {
  // The key of its name.
  name: `fields.kinds.${string}`;
  form: ValueForm;
  Editor: ComponentType<EditorProps>;
  // Where a click on the value leads. Undefined: nowhere.
  link?: (text: string) => string | undefined;
  hasLines?: boolean;
}

// Each kind: how its values are edited and shown. In the order in which a new field's kind is chosen. A contact and a
// company are not here: only system fields name them, and have blocks of their own.
export const kinds: Partial<Record<Field_Kind, Kind>> = {
  [Field_Kind.TEXT]: { name: 'fields.kinds.text', form: textForm, Editor: lineEditor() },
  [Field_Kind.MULTILINE_TEXT]: {
    name: 'fields.kinds.multilineText',
    form: textForm,
    Editor: LongTextEditor,
    hasLines: true,
  },
  [Field_Kind.NUMBER]: { name: 'fields.kinds.number', form: numberForm, Editor: lineEditor({ inputMode: 'decimal' }) },
  [Field_Kind.MONEY]: { name: 'fields.kinds.money', form: moneyForm, Editor: MoneyEditor },
  [Field_Kind.DATE]: { name: 'fields.kinds.date', form: dateForm, Editor: dateEditor('date', '9999-12-31') },
  [Field_Kind.TIME]: {
    name: 'fields.kinds.time',
    form: timeForm,
    Editor: dateEditor('datetime-local', '9999-12-30T23:59'),
  },
  [Field_Kind.YES_NO]: { name: 'fields.kinds.yesNo', form: yesNoForm, Editor: YesNoEditor },
  [Field_Kind.CHOICE]: { name: 'fields.kinds.choice', form: choiceForm, Editor: ChoiceEditor },
  [Field_Kind.CHOICES]: { name: 'fields.kinds.choices', form: choicesForm, Editor: ChoicesEditor },
  [Field_Kind.USER]: { name: 'fields.kinds.user', form: userForm, Editor: UserEditor },
  [Field_Kind.PHONE]: {
    name: 'fields.kinds.phone',
    form: phoneForm,
    Editor: lineEditor({ inputMode: 'tel' }),
    link: phoneLink,
  },
  [Field_Kind.EMAIL]: {
    name: 'fields.kinds.email',
    form: textForm,
    Editor: lineEditor({ inputMode: 'email' }),
    link: mailLink,
  },
  [Field_Kind.LINK]: {
    name: 'fields.kinds.link',
    form: textForm,
    Editor: lineEditor({ inputMode: 'url' }),
    link: pageLink,
  },
  [Field_Kind.ADDRESS]: { name: 'fields.kinds.address', form: textForm, Editor: lineEditor() },
};
