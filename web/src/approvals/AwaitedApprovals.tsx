import { UnstyledButton } from '@mantine/core';
import { useEffect } from 'react';
import { loadCards } from '../cards/card_loader';
import { cardStore } from '../cards/card_store';
import { useCard } from '../cards/use_card';
import { Section } from '../components/Section';
import { Approval_State, type Approval } from '../gen/voronka/crm/v1/approval_pb';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { dealName } from '../i18n/deal_name';
import { moneyText } from '../i18n/money';
import { useTranslation } from '../i18n/translation';
import { openDeal } from '../navigation/deal_route';
import { usePipeline } from '../pipelines/pipelines';
import { stageName } from '../pipelines/stages';
import { AnswerButtons } from './AnswerButtons';
import { useAwaitedApprovals } from './approval_query';
import { mayAnswer, standing } from './approval_rules';
import styles from './approvals.module.css';
import { ApprovalStory } from './ApprovalStory';
import { useStaff } from './use_staff';

// What the deal was when it was asked about. Nothing of one of an older release.
function AsAsked({ approval }: { approval: Approval }) {
  const stage = stageName(usePipeline(approval.fromPipeline), approval.fromStage);
  const known = [stage, approval.amount ? moneyText(approval.amount) : ''].filter(Boolean);
  return known.length > 0 && <p className={styles.by}>{known.join(' · ')}</p>;
}

// Nothing once the deal has moved since: nobody needs the approval any more. Whoever does not see the deal cannot open
// it, and answers by what the approval says.
function AwaitedRow({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const { dealId } = approval;
  const deal = useCard(dealId)?.deal;
  const stage = stageName(usePipeline(approval.pipeline), approval.stage);
  useEffect(() => {
    if (!cardStore.card(dealId)) loadCards([dealId]);
  }, [dealId]);
  if (deal && !standing([approval], deal).length) return null;
  const name = dealName(dealId, deal ? deal.name : approval.dealName);
  const headline = t('approvals.toStage', { name, stage });
  return (
    <li className={styles.item} data-approval={String(approval.id)} data-state={Approval_State[approval.state]}>
      {deal ? (
        <UnstyledButton className={styles.headline} onClick={() => openDeal(dealId)}>
          {headline}
        </UnstyledButton>
      ) : (
        <p className={styles.headline}>{headline}</p>
      )}
      <AsAsked approval={approval} />
      <ApprovalStory approval={approval} />
      <AnswerButtons approval={approval} />
    </li>
  );
}

function OwnAmong({ awaited, user }: { awaited: Approval[]; user: User }) {
  const { t } = useTranslation();
  const staff = useStaff();
  const own = awaited.filter((approval) => approval.askerUserId !== user.id && mayAnswer(approval, user, staff));
  if (!own.length) return null;
  return (
    <Section title={t('approvals.waiting')}>
      <ul className={`${styles.list} ${styles.awaited}`}>
        {own.map((approval) => (
          <AwaitedRow key={String(approval.id)} approval={approval} />
        ))}
      </ul>
    </Section>
  );
}

// What others wait for until the user answers. Nothing if nobody waits.
export function AwaitedApprovals({ user }: { user: User }) {
  const { data = [] } = useAwaitedApprovals();
  return data.length ? <OwnAmong awaited={data} user={user} /> : null;
}
