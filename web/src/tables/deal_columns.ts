import { useMemo } from 'react';
import { useFieldSet } from '../fields/field_sets';
import { Deal_State, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity, Field_Kind, type FieldSet } from '../gen/voronka/crm/v1/field_set_pb';
import type { FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { nameOfDeal } from '../pipelines/name_of_deal';
import { useEveryPipeline } from '../pipelines/pipelines';
import { stageName } from '../pipelines/stages';
import type { Column } from './columns';
import { idOf, nothing, ownColumns, systemColumn, textOf, timeOf, userOf } from './system_columns';

type Translate = ReturnType<typeof useTranslation>['t'];

const states = {
  [Deal_State.UNSPECIFIED]: 'tables.states.open',
  [Deal_State.OPEN]: 'tables.states.open',
  [Deal_State.WON]: 'tables.states.won',
  [Deal_State.LOST]: 'tables.states.lost',
  [Deal_State.ATTACHED]: 'tables.states.attached',
} as const;

const textIn = (value: FieldValue | null): string => (value?.value.case === 'text' ? value.value.value : '');
const moneyIn = (value: FieldValue | null) => (value?.value.case === 'money' ? value.value.value : undefined);
const timeIn = (value: FieldValue | null) => (value?.value.case === 'time' ? value.value.value : undefined);
const isYes = (value: FieldValue | null) => value?.value.case === 'yes' && value.value.value;

interface Shown {
  t: Translate;
  set: FieldSet | undefined;
  pipelines: Pipeline[];
  // Empty: deals of all pipelines.
  pipeline: string;
}

function whatItIs({ t, set, pipelines, pipeline }: Shown): Column<Deal>[] {
  const pipelineOf = ({ pipeline: key }: Deal) => pipelines.find((each) => each.key === key);
  return [
    systemColumn('deal', set, {
      ...{ key: 'name', isUsual: true, width: 260, value: ({ name }) => textOf(name), write: textIn, text: nameOfDeal },
      named: (deal) => ({ kind: 'deal', id: deal.id, name: nameOfDeal(deal) }),
    }),
    systemColumn('deal', set, {
      ...{ key: 'pipeline', label: t('tables.pipeline'), isUsual: !pipeline, value: (deal) => textOf(deal.pipeline) },
      text: (deal) => pipelineOf(deal)?.name ?? deal.pipeline,
    }),
    systemColumn('deal', set, {
      ...{ key: 'stage', label: t('tables.stage'), isUsual: true, value: ({ stage }) => textOf(stage) },
      text: (deal) => stageName(pipelineOf(deal), deal.stage),
    }),
    systemColumn('deal', set, {
      ...{ key: 'state', label: t('tables.state'), width: 120, value: ({ state }) => textOf(String(state)) },
      text: ({ state }) => t(states[state]),
    }),
    systemColumn('deal', set, {
      ...{ key: 'loss_reason', label: t('deal.lossReason'), value: ({ lossReason }) => textOf(lossReason) },
      text: (deal) => pipelineOf(deal)?.lossReasons.find(({ key }) => key === deal.lossReason)?.name ?? deal.lossReason,
    }),
  ];
}

function whatItBrings({ set }: Shown): Column<Deal>[] {
  return [
    systemColumn('deal', set, {
      ...{ key: 'amount', kindOf: Field_Kind.MONEY, order: 'amount', isUsual: true, width: 140, write: moneyIn },
      value: ({ amount }) => (amount ? { case: 'money', value: amount } : nothing),
    }),
    systemColumn('deal', set, {
      ...{ key: 'amount_confirmed', kindOf: Field_Kind.YES_NO, write: isYes },
      value: ({ amountConfirmed }) => ({ case: 'yes', value: amountConfirmed }),
    }),
    systemColumn('deal', set, {
      ...{ key: 'deadline', kindOf: Field_Kind.TIME, value: ({ deadline }) => timeOf(deadline), write: timeIn },
    }),
  ];
}

function whoseItIs({ t, set }: Shown): Column<Deal>[] {
  return [
    systemColumn('deal', set, {
      ...{ key: 'contact_id', isUsual: true, value: ({ contactId }) => idOf(contactId), text: () => '' },
      named: ({ contactId }) => (contactId ? { kind: 'contact', id: contactId } : undefined),
    }),
    systemColumn('deal', set, {
      ...{ key: 'company_id', value: ({ companyId }) => idOf(companyId), text: () => '' },
      named: ({ companyId }) => (companyId ? { kind: 'company', id: companyId } : undefined),
    }),
    systemColumn('deal', set, {
      ...{ key: 'responsible_user_id', label: t('deal.responsible'), kindOf: Field_Kind.USER, isUsual: true },
      value: ({ responsibleUserId }) => userOf(responsibleUserId),
    }),
    systemColumn('deal', set, {
      ...{ key: 'source_deal_id', label: t('tables.sourceDeal'), value: ({ sourceDealId }) => idOf(sourceDealId) },
      named: ({ sourceDealId }) => (sourceDealId ? { kind: 'deal', id: sourceDealId } : undefined),
    }),
  ];
}

function whenItWas({ t, set }: Shown): Column<Deal>[] {
  const time = (key: string, label: string, value: Column<Deal>['value'], isUsual = false) =>
    systemColumn('deal', set, { key, label, value, isUsual, order: key, kindOf: Field_Kind.TIME });
  return [
    time('create_time', t('deal.created'), ({ createTime }) => timeOf(createTime), true),
    time('update_time', t('tables.updated'), ({ updateTime }) => timeOf(updateTime)),
    time('stage_enter_time', t('tables.stageEntered'), ({ stageEnterTime }) => timeOf(stageEnterTime)),
    time('close_time', t('deal.closed'), ({ closeTime }) => timeOf(closeTime)),
    systemColumn('deal', set, {
      ...{ key: 'id', label: t('tables.number'), kindOf: Field_Kind.NUMBER, order: 'id', width: 90 },
      ...{ value: ({ id }) => idOf(id), text: ({ id }) => String(id) },
    }),
  ];
}

const parts = [whatItIs, whatItBrings, whoseItIs, whenItWas];

// The columns that a table of deals may have, of one pipeline or, with an empty key, of all.
export function useDealColumns(pipeline: string): Column<Deal>[] {
  const { t } = useTranslation();
  const set = useFieldSet(Entity.DEAL);
  const pipelines = useEveryPipeline();
  return useMemo(() => {
    const shown = { t, set, pipelines: pipelines ?? [], pipeline };
    return [...parts.flatMap((columns) => columns(shown)), ...ownColumns<Deal>(set, pipeline)];
  }, [t, set, pipelines, pipeline]);
}
