import { Button } from '@mantine/core';
import { AnswerButtons } from '../approvals/AnswerButtons';
import { useApprovals } from '../approvals/approval_query';
import { mayAnswer, mayWithdraw, standing } from '../approvals/approval_rules';
import styles from '../approvals/approvals.module.css';
import { ApprovalStory } from '../approvals/ApprovalStory';
import { useStaff } from '../approvals/use_staff';
import { WithdrawButton } from '../approvals/WithdrawButton';
import { queryClient } from '../api/query_client';
import { Section } from '../components/Section';
import { Approval_State as State, ApprovalSchema, type Approval } from '../gen/voronka/crm/v1/approval_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { resourcesOf } from '../live/changes';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { mayMove, moveDeal } from '../moves/moves';
import { mayChangeDeal } from '../people/rights';
import { usePipeline } from '../pipelines/pipelines';
import { stageOf } from '../pipelines/stages';
import { currentSession } from '../session/session';
import { nextAskedKey, timelineKey } from './deal_query';

// The timeline tells of it, and the next stage may ask for no more.
changeTopic.subscribe((changes) => {
  for (const { dealId } of resourcesOf(changes, ApprovalSchema)) {
    reread(queryClient, timelineKey(dealId));
    reread(queryClient, nextAskedKey(dealId));
  }
});

const headlines: Partial<Record<State, string>> = {
  [State.ASKED]: 'approvals.awaited',
  [State.GIVEN]: 'approvals.given',
  [State.REFUSED]: 'approvals.refused',
  // By a change of the deal: one that was taken back is not shown.
  [State.WITHDRAWN]: 'approvals.outdated',
};

// What the user can do about it.
function ApprovalButtons({ deal, approval, stage }: { deal: Deal; approval: Approval; stage: Stage | undefined }) {
  const { t } = useTranslation();
  const staff = useStaff();
  const user = currentSession()?.user;
  const answerer = approval.state === State.ASKED ? user : undefined;
  const isHere = approval.pipeline === deal.pipeline && mayChangeDeal(deal) && mayMove(deal);
  return (
    <>
      {answerer && mayAnswer(approval, answerer, staff) && <AnswerButtons approval={approval} />}
      {answerer && mayWithdraw(approval, deal, answerer) && <WithdrawButton approval={approval} />}
      {approval.state === State.GIVEN && isHere && stage && (
        <Button size="xs" onClick={() => moveDeal(deal, stage, { offersUndo: true })}>
          {t('approvals.move', { stage: stage.name })}
        </Button>
      )}
    </>
  );
}

function DealApproval({ deal, approval }: { deal: Deal; approval: Approval }) {
  const { t } = useTranslation();
  const stage = stageOf(usePipeline(approval.pipeline), approval.stage);
  return (
    <li className={styles.item} data-approval={String(approval.id)} data-state={State[approval.state]}>
      <p className={styles.headline} role="status">
        {t(headlines[approval.state] ?? '', { stage: stage?.name ?? approval.stage })}
      </p>
      <ApprovalStory approval={approval} />
      <ApprovalButtons deal={deal} approval={approval} stage={stage} />
    </li>
  );
}

// What was asked for since the deal came to its stage.
export function DealApprovals({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const { data = [] } = useApprovals(deal.id);
  const shown = standing(data, deal);
  if (!shown.length) return null;
  return (
    <Section title={t('approvals.title')}>
      <ul className={styles.list}>
        {shown.map((approval) => (
          <DealApproval key={String(approval.id)} deal={deal} approval={approval} />
        ))}
      </ul>
    </Section>
  );
}
