import { create } from '@bufbuild/protobuf';
import { Button, NativeSelect } from '@mantine/core';
import { Fragment, useState, type ReactNode } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { timestampText } from '../calendar/date_text';
import { RestoredDraft } from '../components/RestoredDraft';
import { amountText, isNegative, isTooLarge, largestIn, parseAmount } from '../fields/amount_input';
import { useCurrentEdits } from '../fields/edits';
import { useFieldSet } from '../fields/field_sets';
import { useLockOf } from '../fields/locks';
import { OwnField } from '../fields/OwnField';
import { Row, Rows } from '../fields/Row';
import { shownGroups, type ShownGroup } from '../fields/shown_groups';
import { useSystemLabels } from '../fields/system_labels';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity, FieldSchema, type Field } from '../gen/voronka/crm/v1/field_set_pb';
import { User_State } from '../gen/voronka/crm/v1/user_pb';
import { moneyText } from '../i18n/money';
import { useTranslation } from '../i18n/translation';
import { Avatar } from '../people/Avatar';
import { usePeople } from '../people/people';
import { leads, mayChangeDeal } from '../people/rights';
import { usePipeline } from '../pipelines/pipelines';
import { useChoosesOwners } from '../rights/role_access';
import { fieldName } from '../rules/field_name';
import { currentSession } from '../session/session';
import { AmountMark } from './AmountMark';
import { Deadline, isDeadlineShown } from './Deadline';
import styles from './DealFields.module.css';
import { useDealEdit, useLastEditors } from './edit_deal';
import { EditableText } from './EditableText';
import { HandoverDialog } from './HandoverDialog';
import { useNeededFor } from './next_asked';
import { useSaveOfDeal } from './own_values';
import { Section } from '../components/Section';

const usualCurrency = 'RUB';

function Amount({ deal, field, label }: { deal: Deal; field: Field; label: string }) {
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
      label={label}
      shown={deal.amount ? moneyText(deal.amount) : ''}
      text={deal.amount ? amountText(deal.amount) : ''}
      placeholder={t('deal.amountHint')}
      readOnly={!mayChangeDeal(deal)}
      lock={useLockOf()(field)}
      changedBy={useLastEditors(deal.id)('amount')}
      save={save}
    />
  );
}

// Those who lead others reassign a deal by choosing another person here, unless their role is kept from it.
function Responsible({ deal, name }: { deal: Deal; name: string }) {
  const { t } = useTranslation();
  const people = usePeople();
  const user = currentSession()?.user;
  const choosesOwners = useChoosesOwners();
  const [chosen, setChosen] = useState<bigint>();
  if (!user || !leads(user) || !choosesOwners) {
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

// What every deal says and nobody types here.
function Facts({ deal, responsible }: { deal: Deal; responsible: string }) {
  const { t } = useTranslation();
  const reasons = usePipeline(deal.pipeline)?.lossReasons;
  const lossReason = reasons?.find(({ key }) => key === deal.lossReason)?.name ?? deal.lossReason;
  return (
    <>
      <Row label={t('deal.responsible')}>
        <Responsible deal={deal} name={responsible} />
      </Row>
      <Row label={t('deal.created')}>{timestampText(deal.createTime)}</Row>
      {deal.closeTime && <Row label={t('deal.closed')}>{timestampText(deal.closeTime)}</Row>}
      {deal.reopenTime && <Row label={t('deal.reopened')}>{timestampText(deal.reopenTime)}</Row>}
      {deal.formerCloseTime && <Row label={t('deal.formerlyClosed')}>{timestampText(deal.formerCloseTime)}</Row>}
      {lossReason && (
        <Row label={t('deal.lossReason')}>
          {lossReason}
          {deal.lossComment && <p className={styles.comment}>{deal.lossComment}</p>}
        </Row>
      )}
    </>
  );
}

// The rows of some fields. Of the system fields only the amount and the deadline have one; the others have places of
// their own.
function useRows(deal: Deal): (field: Field) => ReactNode {
  const label = useSystemLabels(Entity.DEAL);
  const save = useSaveOfDeal(deal);
  const editorOf = useLastEditors(deal.id);
  const neededFor = useNeededFor(deal);
  return (field) => {
    const note = neededFor(fieldName(Entity.DEAL, field.key));
    if (field.key === 'amount') {
      return (
        <Row label={label('amount')} note={note}>
          <Amount deal={deal} field={field} label={label('amount')} />
          <AmountMark deal={deal} />
        </Row>
      );
    }
    if (field.key === 'deadline' && (note || isDeadlineShown(deal, field))) {
      return <Deadline deal={deal} field={{ ...field, label: label('deadline') }} note={note} />;
    }
    if (field.system) return null;
    return (
      <OwnField
        field={field}
        value={deal.fields[field.key]}
        readOnly={!mayChangeDeal(deal)}
        changedBy={editorOf(`fields.${field.key}`)}
        note={note}
        save={(value) => save(field.key, value)}
      />
    );
  };
}

// More of the account's own fields than this would hide the client and the tasks, which are below them.
const mostOwnAtFirst = 12;

// The first group, with the facts before the first of the account's own fields.
function FirstGroup({ deal, group, facts }: { deal: Deal; group: ShownGroup; facts: ReactNode }) {
  const { t } = useTranslation();
  const rowOf = useRows(deal);
  const edits = useCurrentEdits();
  const neededFor = useNeededFor(deal);
  const [isWhole, setWhole] = useState(false);
  const ownAt = group.fields.findIndex(({ system }) => !system);
  const before = ownAt < 0 ? group.fields : group.fields.slice(0, ownAt);
  const own = ownAt < 0 ? [] : group.fields.slice(ownAt);
  const isAll = isWhole || own.length <= mostOwnAtFirst + 2;
  const isWanted = (key: string) => edits.of(key) ?? neededFor(fieldName(Entity.DEAL, key));
  const shown = own.filter(({ key }, at) => isAll || at < mostOwnAtFirst || isWanted(key));
  const left = own.length - shown.length;
  return (
    <Section title={group.name || t('deal.fields')}>
      <RestoredDraft shown={edits.restored} reset={edits.reset} />
      <Rows>
        {before.map((field) => (
          <Fragment key={field.key}>{rowOf(field)}</Fragment>
        ))}
        {facts}
        {shown.map((field) => (
          <Fragment key={field.key}>{rowOf(field)}</Fragment>
        ))}
      </Rows>
      {left > 0 && (
        <Button className={styles.more} size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
          {t('fields.showMore', { count: left })}
        </Button>
      )}
    </Section>
  );
}

const amountAlone = [{ key: '', name: '', fields: [create(FieldSchema, { key: 'amount', system: true })] }];

function useGroups(pipeline: string): ShownGroup[] {
  const set = useFieldSet(Entity.DEAL);
  return set ? shownGroups(set, pipeline) : amountAlone;
}

export function DealFields({ deal, responsible }: { deal: Deal; responsible: string }) {
  const [first] = useGroups(deal.pipeline);
  const facts = <Facts deal={deal} responsible={responsible} />;
  return first && <FirstGroup deal={deal} group={first} facts={facts} />;
}

// The other groups of fields, below the client and the tasks.
export function OtherDealFields({ deal }: { deal: Deal }) {
  const rowOf = useRows(deal);
  const others = useGroups(deal.pipeline).slice(1);
  return others.map(({ key, name, fields }) => (
    <Section key={key} title={name}>
      <Rows>
        {fields.map((field) => (
          <Fragment key={field.key}>{rowOf(field)}</Fragment>
        ))}
      </Rows>
    </Section>
  ));
}
