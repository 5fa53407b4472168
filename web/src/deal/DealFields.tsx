import { NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { timestampText } from '../calendar/date_text';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { User_State } from '../gen/voronka/crm/v1/user_pb';
import { moneyText } from '../i18n/money';
import { useTranslation } from '../i18n/translation';
import { Avatar } from '../people/Avatar';
import { usePeople } from '../people/people';
import { leads, mayChangeDeal } from '../people/rights';
import { usePipeline } from '../pipelines/pipelines';
import { currentSession } from '../session/session';
import { amountText, isNegative, isTooLarge, largestIn, parseAmount } from './amount_input';
import styles from './DealFields.module.css';
import { useDealEdit, useLastEditor } from './edit_deal';
import { EditableText } from './EditableText';
import { HandoverDialog } from './HandoverDialog';
import { Section } from './Section';

const usualCurrency = 'RUB';

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Amount({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const edit = useDealEdit(deal);
  const save = async (text: string) => {
    const amount = text.trim() ? parseAmount(text, deal.amount?.currency ?? usualCurrency) : undefined;
    if (text.trim() && !amount) return t('deal.amountMalformed');
    if (amount && isNegative(amount)) return t('deal.amountNegative');
    if (amount && isTooLarge(amount)) return t('deal.amountTooLarge', { most: moneyText(largestIn(amount.currency)) });
    try {
      await edit.mutateAsync({ requestId: requestId([text, deal.etag]), deal: { amount }, path: 'amount' });
      return undefined;
    } catch (error) {
      const refusal = refusalOf(error);
      return refusal.fields['deal.amount.minor'] ?? refusal.message;
    }
  };
  return (
    <EditableText
      label={t('deal.amount')}
      shown={deal.amount ? moneyText(deal.amount) : ''}
      text={deal.amount ? amountText(deal.amount) : ''}
      placeholder={t('deal.amountHint')}
      readOnly={!mayChangeDeal(deal)}
      changedBy={useLastEditor(deal.id, 'amount')}
      save={save}
    />
  );
}

// Those who lead others reassign a deal by choosing another person here.
function Responsible({ deal, name }: { deal: Deal; name: string }) {
  const { t } = useTranslation();
  const people = usePeople();
  const user = currentSession()?.user;
  const [chosen, setChosen] = useState<bigint>();
  if (!user || !leads(user)) {
    return (
      <span className={styles.person}>
        {name && <Avatar userId={deal.responsibleUserId} name={name} />}
        {name || t('board.nobody')}
      </span>
    );
  }
  const to = chosen === undefined ? undefined : people.get(chosen);
  const others = [...people.values()].filter(
    ({ state, id }) => state !== User_State.DISABLED || id === deal.responsibleUserId,
  );
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('deal.responsible')}
        value={String(deal.responsibleUserId)}
        onChange={(event) => setChosen(BigInt(event.currentTarget.value))}
        data={[
          ...(deal.responsibleUserId ? [] : [{ value: '0', label: t('board.nobody') }]),
          ...others.map(({ id, displayName }) => ({ value: String(id), label: displayName })),
        ]}
      />
      {to && <HandoverDialog deal={deal} to={to} close={() => setChosen(undefined)} />}
    </>
  );
}

export function DealFields({ deal, responsible }: { deal: Deal; responsible: string }) {
  const { t } = useTranslation();
  const reasons = usePipeline(deal.pipeline)?.lossReasons;
  const lossReason = reasons?.find(({ key }) => key === deal.lossReason)?.name ?? deal.lossReason;
  return (
    <Section title={t('deal.fields')}>
      <dl className={styles.fields}>
        <Field label={t('deal.amount')}>
          <Amount deal={deal} />
        </Field>
        <Field label={t('deal.responsible')}>
          <Responsible deal={deal} name={responsible} />
        </Field>
        <Field label={t('deal.created')}>{timestampText(deal.createTime)}</Field>
        {lossReason && (
          <Field label={t('deal.lossReason')}>
            {lossReason}
            {deal.lossComment && <p className={styles.comment}>{deal.lossComment}</p>}
          </Field>
        )}
      </dl>
    </Section>
  );
}
