import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { Button, Textarea } from '@mantine/core';
import { useId } from 'react';
import { serverNow } from '../clock/server_clock';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { RestoredDraft } from '../components/RestoredDraft';
import { Waiting } from '../components/Waiting';
import { Deal_State } from '../gen/voronka/crm/v1/deal_pb';
import { Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import type { AskedMove } from '../moves/moves';
import { isClosed, isClosedFor } from '../people/rights';
import { nameOfDeal } from '../pipelines/name_of_deal';
import { usePipeline } from '../pipelines/pipelines';
import { isClosing } from '../pipelines/stages';
import styles from '../style/form.module.css';
import { ApprovalPart } from './ApprovalPart';
import { AskedFields } from './AskedFields';
import { ChecklistPart } from './ChecklistPart';
import { LackingPart } from './LackingPart';
import { LossPart } from './LossPart';
import own from './move_form.module.css';
import { TaskPart } from './TaskPart';
import { useSubmit } from './use_submit';
import { useMoveForm, type MoveFormState } from './use_move_form';

// What closing the deal means.
function Closing({ form }: { form: MoveFormState }) {
  const { t } = useTranslation();
  const { deal, stage, isLoss } = form;
  const pipeline = usePipeline(deal.pipeline);
  if (!isClosing(stage)) return null;
  const won = isLoss ? '' : t('win.stage', { name: nameOfDeal(deal), stage: stage.name });
  const state = isLoss ? Deal_State.LOST : Deal_State.WON;
  const now = timestampFromMs(serverNow());
  const final = isClosedFor({ ...deal, state, closeTime: now }, pipeline) ? t('moves.final') : '';
  const text = [won, final].filter(Boolean).join(' ');
  return text && <p className={styles.explanation}>{text}</p>;
}

function Comment({ form }: { form: MoveFormState }) {
  const { t } = useTranslation();
  return (
    <Textarea
      label={t(isClosed(form.deal) ? 'reopen.why' : 'moveForm.comment')}
      value={form.typed.comment}
      onChange={(event) => form.setComment(event.currentTarget.value)}
      error={form.problems.at.comment}
      rows={3}
      maxLength={2000}
      data-autofocus={form.open.length === 0 || undefined}
    />
  );
}

// Nothing that the user could fill in would help.
function Forbidden({ form }: { form: MoveFormState }) {
  const { t } = useTranslation();
  return (
    <div className={styles.form}>
      {form.asked.forbidden.map((text) => (
        <p key={text} className={own.said}>
          {text}
        </p>
      ))}
      <div className={styles.buttons}>
        <Button onClick={form.close} data-autofocus>
          {t('moveForm.understood')}
        </Button>
      </div>
    </div>
  );
}

function useSubmitLabel({ stage, isLoss, open, hasComment }: MoveFormState): { label: string; color?: string } {
  const { t } = useTranslation();
  if (isLoss) return { label: t('loss.submit'), color: 'red.8' };
  if (stage.kind === Stage_Kind.WON) return { label: t('win.submit'), color: 'teal.9' };
  return { label: t(open.length || hasComment ? 'moveForm.submit' : 'moveForm.move') };
}

function Fillable({ form }: { form: MoveFormState }) {
  const { t } = useTranslation();
  const id = useId();
  const { label, color } = useSubmitLabel(form);
  const { asked, waits, isLoss, shown, open, hasComment } = form;
  const isReady = !isClosing(form.stage) && !waits && !shown.length && !hasComment;
  const { element, submit } = useSubmit(form.submit);
  return (
    <div className={styles.form}>
      <RestoredDraft shown={form.restored} reset={form.reset} />
      {asked.task && <TaskPart form={form} />}
      {asked.approval && <ApprovalPart form={form} />}
      {form.hasChecklist && <ChecklistPart form={form} />}
      {form.lacking.map((lacking) => (
        <LackingPart key={lacking.entity} deal={form.deal} lacking={lacking} />
      ))}
      <form id={id} ref={element} className={styles.form} onSubmit={submit} noValidate>
        <AskedFields form={form} first={form.open[0]} />
        {isLoss && <LossPart form={form} />}
        {hasComment && <Comment form={form} />}
        {isReady && <p className={own.said}>{t('moveForm.ready')}</p>}
        <Closing form={form} />
        <Problem>{[form.problems.elsewhere, ...form.unknown].filter(Boolean).join(' ')}</Problem>
      </form>
      <FormButtons cancel={form.close}>
        <Button
          type="submit"
          form={id}
          color={color}
          loading={form.isSending}
          disabled={waits}
          data-autofocus={(!open.length && !isLoss && !hasComment && !waits) || undefined}
        >
          {label}
        </Button>
      </FormButtons>
    </div>
  );
}

export function MoveForm(move: AskedMove) {
  const { t } = useTranslation();
  const form = useMoveForm(move);
  if (form.asked.forbidden.length) return <Forbidden form={form} />;
  return form.isLoaded ? <Fillable form={form} /> : <Waiting text={t('session.starting')} />;
}
