import { useEffect, useRef, useState } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { useCard } from '../cards/use_card';
import { withCompaniesMade } from '../clients/made_companies';
import { Field_Kind } from '../gen/voronka/crm/v1/field_set_pb';
import { Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { askVerdicts } from '../moves/ask_service';
import { explainRefusal } from '../moves/explain_refusal';
import { moveAsked, offerUndo, type AskedMove } from '../moves/moves';
import { newStageMove } from '../outbox/new_move';
import { sendMove } from '../outbox/outbox';
import type { Answer } from '../outbox/tabs';
import { usePipeline } from '../pipelines/pipelines';
import { hasRules } from '../pipelines/rules';
import { askedBy, placed } from '../rules/asked';
import { askedForm } from '../rules/asked_forms';
import { fieldAt, isItself } from '../rules/field_name';
import { openOf, readTyped, type TypedValues } from '../rules/filled_fields';
import { companiesAmong } from '../rules/new_company';
import { useNamedFields } from '../rules/use_named_fields';
import { areOfRules } from '../rules/violations';
import { useDraft } from '../session/draft';
import { fillable, lackingOf } from './lacking';
import { broughtBy } from './move_edits';
import { saveFilled } from './save_filled';
import { isTyped, keptFrom, typedFrom, type TypedMove } from './typed_move';

// The reason of the solutions that says nothing by itself.
const otherReason = 'other';

interface Problems {
  // By the names of fields; `comment`, `loss_reason`, `loss_comment`.
  at: Partial<Record<string, string>>;
  // What no field says.
  elsewhere: string;
}

const none: Problems = { at: {}, elsewhere: '' };

// The names of the fields to show, in the order in which they were first asked for: what is typed stays, also when the
// service asks for something else.
function useShownNames(asked: string[], typed: TypedMove): string[] {
  const order = useRef<string[]>([]);
  order.current = [...new Set([...order.current, ...asked])];
  return order.current.filter((name) => asked.includes(name) || isTyped(typed, name));
}

// Asks again what the deal lacks when it has changed, and when the user says so.
function useReasking(move: AskedMove): () => void {
  const { deal, stage } = move;
  const pipeline = usePipeline(deal.pipeline);
  const etag = useCard(deal.id)?.deal?.etag ?? deal.etag;
  const seen = useRef(etag);
  const ask = async () => {
    const violations = (await askVerdicts(deal, stage.key))?.get(stage.key);
    const now = moveAsked.get();
    if (violations && now?.deal.id === deal.id && now.stage.key === stage.key) moveAsked.set({ ...now, violations });
  };
  useEffect(() => {
    if (seen.current === etag) return;
    seen.current = etag;
    if (hasRules(pipeline)) void ask();
  });
  return () => void ask();
}

// What the user fills in before a move, until it is made.
export function useMoveForm(move: AskedMove) {
  const { t } = useTranslation();
  const { stage, violations } = move;
  const deal = useCard(move.deal.id)?.deal ?? move.deal;
  const [kept, keep, restored] = useDraft(`move-${deal.id}-${stage.key}`);
  const typed = typedFrom(kept);
  const [problems, setProblems] = useState(none);
  const [isSending, setSending] = useState(false);
  const requestId = useRequestId();
  const askAgain = useReasking(move);
  const fields = useNamedFields();
  const asked = askedBy(violations);
  const shownNames = useShownNames(asked.fields, typed);
  const [hasChecklist] = useState(asked.checklist.length > 0);
  const isLoss = stage.kind === Stage_Kind.LOST;
  const reason = typed.reason ?? stage.lossReason;
  const needsLossComment = asked.lossComment || reason === otherReason;

  const lacking = lackingOf(deal, shownNames);
  const isLacking = lacking.length > 0;
  const named = fillable(shownNames, lacking).flatMap((name) => fields?.get(name) ?? []);
  // What the user may fill in; the rest is for somebody else to fill in, and shown as long as it is asked for.
  const open = openOf(named);
  const shown = named.filter((field) => open.includes(field) || asked.fields.includes(field.name));

  // A field that is newer than this page has no editor here.
  const unknown = violations.filter(({ field }) => {
    const name = fieldAt(field);
    return name && !isItself(name) && fields && !askedForm(fields.get(name)?.field.kind ?? Field_Kind.UNSPECIFIED);
  });

  const close = () => moveAsked.set(undefined);
  const change = (part: Partial<TypedMove>) => keep(keptFrom({ ...typed, ...part }));
  const forget = (place: string) =>
    setProblems(({ at, elsewhere }) => ({ at: { ...at, [place]: undefined }, elsewhere }));

  const tell = async ({ refusal, change: sent }: Answer) => {
    if (!refusal || !('pipeline' in sent)) return;
    const { at, elsewhere } = placed(refusal.violations);
    const isSaid = areOfRules(refusal.violations);
    const isPlaced = Object.keys(at).length > 0;
    const other = isSaid ? '' : isPlaced ? elsewhere.join('\n') : await explainRefusal(refusal, sent);
    setProblems({ at, elsewhere: other });
    if (isSaid) moveAsked.set({ ...move, deal, violations: refusal.violations });
  };

  // Something is to be done elsewhere, or by somebody else, before the move.
  const isLocked = shown.length > open.length;
  const waits = isLacking || isLocked || asked.task || asked.approval !== undefined || asked.checklist.length > 0;
  const wordsMissing = (): Problems['at'] => ({
    ...(asked.comment && !typed.comment.trim() && { comment: t('moveForm.commentRequired') }),
    ...(isLoss && !reason && { loss_reason: t('loss.reasonRequired') }),
    ...(isLoss && needsLossComment && !typed.lossComment.trim() && { loss_comment: t('loss.commentRequired') }),
  });

  // Undefined: a company that is chosen could not be made.
  const withCompanies = async () => {
    try {
      const values = await withCompaniesMade(typed.values, companiesAmong(open), (name) => requestId(name));
      if (values !== typed.values) change({ values });
      return values;
    } catch (error) {
      setProblems({ at: {}, elsewhere: refusalOf(error).message });
      return undefined;
    }
  };

  // What is agreed to is the deal as it is, so what is typed by now is written before that is asked for. Returns
  // whether it could be.
  const saveTyped = async (): Promise<boolean> => {
    const readAll = (values: TypedValues) => readTyped(open, values, () => undefined, t);
    const { problems: at } = readAll(typed.values);
    setProblems({ at, elsewhere: '' });
    if (Object.keys(at).length) return false;
    const values = await withCompanies();
    if (values) await saveFilled(deal, readAll(values).filled, requestId);
    return values !== undefined;
  };

  // Returns whether anything keeps the move from being sent.
  const submit = async (): Promise<boolean> => {
    const textOf = new Map(Object.entries(placed(violations).at));
    const readAll = (values: TypedValues) =>
      readTyped(open, values, ({ name }) => textOf.get(name) ?? t('moveForm.fieldRequired'), t);
    const read = readAll(typed.values);
    const at = { ...read.problems, ...wordsMissing() };
    setProblems({ at, elsewhere: '' });
    if (Object.keys(at).length || waits) return true;
    const values = await withCompanies();
    if (!values) return true;
    const loss = isLoss ? { reason, comment: typed.lossComment.trim() } : undefined;
    const sent = newStageMove(deal, stage, loss, broughtBy(readAll(values).filled, typed.comment));
    setSending(true);
    const answer = await sendMove(sent).finally(() => setSending(false));
    if (answer?.refusal) {
      await tell(answer);
      return true;
    }
    // What waits for the connection may yet be refused: it is typed only once.
    if (answer) keep('');
    close();
    if (answer) offerUndo(deal, stage);
    return false;
  };

  return {
    ...{ deal, stage, asked, typed, reason, problems, restored, isSending, isLoss, lacking, waits, shown, open },
    unknown: unknown.map(({ text }) => text),
    isLoaded: fields !== undefined || shownNames.length === 0,
    hasChecklist: hasChecklist || asked.checklist.length > 0,
    hasComment: !isLoss && (asked.comment || typed.comment !== ''),
    setValue: (name: string, text: string) => {
      forget(name);
      change({ values: { ...typed.values, [name]: text } });
    },
    refuse: (name: string, text: string) => setProblems(({ at }) => ({ at: { ...at, [name]: text }, elsewhere: '' })),
    setComment: (comment: string) => {
      forget('comment');
      change({ comment });
    },
    setReason: (chosen: string) => {
      forget('loss_reason');
      change({ reason: chosen });
    },
    setLossComment: (lossComment: string) => {
      forget('loss_comment');
      change({ lossComment });
    },
    reset: () => keep(''),
    ...{ askAgain, saveTyped, submit, close },
  };
}

export type MoveFormState = ReturnType<typeof useMoveForm>;
