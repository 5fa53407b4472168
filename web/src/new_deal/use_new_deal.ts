import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { loadCards } from '../cards/card_loader';
import { cardStore } from '../cards/card_store';
import { withCompaniesMade } from '../clients/made_companies';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { isBlank, openOf, readTyped, type FilledField, type TypedValues } from '../rules/filled_fields';
import type { NamedField } from '../rules/named_fields';
import { companiesAmong } from '../rules/new_company';
import { useDraft } from '../session/draft';
import { problemsOf, type Problems } from './new_deal';

const none: Problems = { at: {}, elsewhere: '' };

interface Asking {
  // Under which name what is typed is kept.
  draft: string;
  asked: NamedField[];
  // `requestId` gives the id of a request with this content.
  send: (filled: FilledField[], requestId: (what: unknown) => string) => Promise<Deal>;
  // When the deal is there.
  done?: (deal: Deal) => void;
}

// What is asked about a new deal, until the deal is there.
export function useNewDeal({ draft, asked, send, done }: Asking) {
  const { t } = useTranslation();
  const [kept, keep, restored] = useDraft(draft);
  const values = kept ? (JSON.parse(kept) as TypedValues) : {};
  const [problems, setProblems] = useState(none);
  // Grows with each deal: editors that keep what is typed to themselves begin anew, and the first takes the focus.
  const [round, setRound] = useState(0);
  // Grows with each time that something is wrong.
  const [attempt, setAttempt] = useState(0);
  const requestId = useRequestId();
  const open = openOf(asked);

  const say = (name: string, text: string | undefined) =>
    setProblems(({ at, elsewhere }) => ({ at: { ...at, [name]: text }, elsewhere }));
  const fail = (found: Problems) => {
    setProblems(found);
    setAttempt(attempt + 1);
  };
  const beginAnew = () => {
    keep('');
    setProblems(none);
    setRound(round + 1);
  };
  const adding = useMutation({
    mutationFn: async (typed: TypedValues) => {
      const whole = await withCompaniesMade(typed, companiesAmong(open), (name) => requestId(['company', name]));
      if (whole !== typed) keep(JSON.stringify(whole));
      return send(readTyped(open, whole, () => undefined, t).filled, requestId);
    },
    onSuccess: (deal) => {
      loadCards(cardStore.putDeals([deal]));
      requestId(deal.id);
      beginAnew();
      done?.(deal);
    },
    onError: (error) => fail(problemsOf(refusalOf(error), open)),
  });

  const submit = () => {
    const read = readTyped(open, values, () => undefined, t);
    if (Object.keys(read.problems).length > 0) fail({ at: read.problems, elsewhere: '' });
    else adding.mutate(values);
  };
  return {
    ...{ asked, open, values, problems, restored, round, attempt, submit },
    reset: beginAnew,
    isSending: adding.isPending,
    refuse: say,
    change: (name: string, text: string) => {
      say(name, undefined);
      const changed = { ...values, [name]: text };
      keep(isBlank(changed) ? '' : JSON.stringify(changed));
    },
  };
}

export type NewDealForm = ReturnType<typeof useNewDeal>;
