import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { leads } from '../api/lead_client';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { useCard } from '../cards/use_card';
import { withCompaniesMade } from '../clients/made_companies';
import { clientProblems, conversionOf, emptyClient, type Target, type TypedClient } from '../deal/conversion';
import { tellConverted } from '../deal/undo_conversion';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { placed } from '../rules/asked';
import { openOf, readTyped, type TypedValues } from '../rules/filled_fields';
import type { NamedField } from '../rules/named_fields';
import { companiesAmong } from '../rules/new_company';
import { useNamedFields } from '../rules/use_named_fields';
import { askedNow, conversionAsks, saidNowhere } from './conversion_asks';
import { useConversionTarget } from './use_conversion_target';
import { useForetold } from './use_foretold';

const isTyped = (values: TypedValues) => (name: string) => Boolean(values[name]?.trim());

// What the user fills in before a lead becomes a deal.
export function useConversion(of: Deal, contact: Contact | undefined, close: () => void) {
  const { t } = useTranslation();
  const lead = useCard(of.id)?.deal ?? of;
  const requestId = useRequestId();
  const target = useConversionTarget();
  const [client, setClient] = useState(emptyClient);
  const [values, setValues] = useState<TypedValues>({});
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  // By the names of fields, and `comment`.
  const [at, setAt] = useState<Partial<Record<string, string>>>({});
  const named = useNamedFields();
  const before = useForetold(lead, contact, target.chosen);

  const convert = useMutation({
    mutationFn: async (sent: { typed: TypedClient; fields: NamedField[] }) => {
      const made = await withCompaniesMade(values, companiesAmong(sent.fields), requestId);
      if (made !== values) setValues(made);
      const { filled } = readTyped(sent.fields, made, () => undefined, t);
      const request = conversionOf(lead, contact, sent.typed, target.chosen, filled, comment);
      return leads.convertLead({ requestId: requestId(request), ...request });
    },
    onSuccess: (conversion) => {
      close();
      tellConverted(conversion);
    },
    onError: (error) => setAt(placed(refusalOf(error).violations).at),
  });
  const refusal = convert.error && refusalOf(convert.error);

  const violations = [...before.violations, ...(refusal?.violations ?? [])];
  const asks = conversionAsks(violations, lead, contact);
  const typed = { ...client, isFirm: client.isFirm || asks.company };
  // What is typed stays, also when it is not asked for any more.
  const names = [...new Set([...asks.fields, ...Object.keys(values).filter(isTyped(values))])];
  const shown = askedNow(names, typed.isFirm || lead.companyId !== 0n).flatMap((name) => named?.get(name) ?? []);
  const open = openOf(shown);
  const asksCompany = !lead.companyId;
  const problems = clientProblems(contact, typed, asksCompany);
  // Once the user has pressed the button.
  const toldProblems: Partial<typeof problems> = tried ? problems : {};
  const texts: Partial<Record<string, string>> = placed(violations).at;

  const forgetRefusal = () => {
    convert.reset();
    setAt({});
  };

  // Returns whether anything keeps the lead from becoming a deal.
  const submit = async (): Promise<boolean> => {
    setTried(true);
    const blank = (name: string) =>
      asks.fields.includes(name) ? (texts[name] ?? t('moveForm.fieldRequired')) : undefined;
    const read = readTyped(open, values, ({ name }) => blank(name), t);
    const isSilent = asks.asked.comment && !comment.trim();
    setAt({ ...read.problems, ...(isSilent && { comment: t('moveForm.commentRequired') }) });
    const isHeldUp = isSilent || [...Object.values(problems), ...Object.values(read.problems)].some(Boolean);
    if (isHeldUp) return true;
    return convert.mutateAsync({ typed, fields: open }).then(
      () => false,
      () => true,
    );
  };

  return {
    ...{ lead, deal: lead, contact, target, typed, asksCompany, values, shown, open, comment, refusal, submit },
    ...{ asked: asks.asked, needsCompany: asks.company, isSending: convert.isPending },
    // What is wrong with the fields that are asked for, as the form of a move has it.
    problems: { at, elsewhere: '' },
    clientProblems: toldProblems,
    // What no field says.
    elsewhere: refusal?.violations.length
      ? saidNowhere(
          refusal.violations,
          shown.map(({ name }) => name),
          lead,
          contact,
        )
      : refusal?.message,
    setClient,
    choose: (to: Target) => {
      forgetRefusal();
      target.choose(to);
    },
    setValue: (name: string, text: string) => {
      setAt((now) => ({ ...now, [name]: undefined }));
      setValues((now) => ({ ...now, [name]: text }));
    },
    refuse: (name: string, text: string) => setAt((now) => ({ ...now, [name]: text })),
    setComment: (text: string) => {
      setAt((now) => ({ ...now, comment: undefined }));
      setComment(text);
    },
    askAgain: () => {
      forgetRefusal();
      before.askAgain();
    },
  };
}

export type ConversionState = ReturnType<typeof useConversion>;
