import { Button } from '@mantine/core';
import { AnswerButtons } from '../approvals/AnswerButtons';
import { useApprovals } from '../approvals/approval_query';
import { mayAnswer, standing } from '../approvals/approval_rules';
import styles from '../approvals/approvals.module.css';
import { ApprovalStory } from '../approvals/ApprovalStory';
import { queryClient } from '../api/query_client';
import { Section } from '../components/Section';
import { Approval_State as State, ApprovalSchema, type Approval } from '../gen/voronka/crm/v1/approval_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { resourcesOf } from '../live/changes';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { moveDeal } from '../moves/moves';
import { usePeople } from '../people/people';
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
};

function DealApproval({ deal, approval }: { deal: Deal; approval: Approval }) {
  const { t } = useTranslation();
  const people = usePeople();
  const user = currentSession()?.user;
  const stage = stageOf(usePipeline(approval.pipeline), approval.stage);
  const mayMove = approval.state === State.GIVEN && approval.pipeline === deal.pipeline && stage && mayChangeDeal(deal);
  return (
    <li className={styles.item} data-approval={String(approval.id)} data-state={State[approval.state]}>
      <p className={styles.headline} role="status">
        {t(headlines[approval.state] ?? '', { stage: stage?.name ?? approval.stage })}
      </p>
      <ApprovalStory approval={approval} />
      {approval.state === State.ASKED && user && mayAnswer(approval, user, people) && (
        <AnswerButtons approval={approval} />
      )}
      {mayMove && (
        <Button size="xs" onClick={() => moveDeal(deal, stage, { offersUndo: true })}>
          {t('approvals.move', { stage: stage.name })}
        </Button>
      )}
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
