import { create } from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { queryClient } from '../api/query_client';
import { cardStore } from '../cards/card_store';
import { toasts } from '../components/toasts';
import { DealCardSchema } from '../gen/voronka/crm/v1/board_pb';
import { Deal_State, DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { PipelineSchema, Stage_Kind, StageSchema } from '../gen/voronka/crm/v1/pipeline_pb';
import { UserSchema } from '../gen/voronka/crm/v1/user_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { i18n } from '../i18n/i18n';
import ru from '../i18n/ru';
import { alive } from '../live/topics';
import type { Move } from '../outbox/storage';
import { pipelinesKey } from '../pipelines/pipelines';
import { sessionState } from '../session/session';
import { moveAsked, moveDeal } from './moves';

const service = vi.hoisted(() => ({ canMove: vi.fn(), sendMove: vi.fn() }));

vi.mock('../api/clients', () => ({ deals: { canMove: service.canMove }, pipelines: {}, boards: {} }));
vi.mock('../outbox/outbox', () => ({ sendMove: service.sendMove, lateAnswer: { subscribe: () => () => undefined } }));

const stages = [
  { key: 'work', name: 'В работе', kind: Stage_Kind.OPEN },
  { key: 'offer', name: 'Предложение', kind: Stage_Kind.OPEN },
  { key: 'lost', name: 'Отказ', kind: Stage_Kind.LOST },
];
const stage = (key: string) =>
  create(
    StageSchema,
    stages.find((one) => one.key === key),
  );
const deal = create(DealSchema, {
  ...{ id: 7n, pipeline: 'sales', stage: 'work', state: Deal_State.OPEN, epoch: 1n },
  responsibleUserId: 2n,
});
const lacks = { reason: 'FIELD_REQUIRED', field: 'deal.amount', text: 'Заполните «Сумма».' };

function withRules(rules: object[]): void {
  const ruled = stages.map((one) => (one.key === 'work' ? { ...one, rules } : one));
  queryClient.setQueryData(pipelinesKey, [create(PipelineSchema, { key: 'sales', stages: ruled })]);
}

const answers = (violations: object[]) =>
  service.canMove.mockResolvedValue({ verdicts: [{ stage: 'offer', violations }] });
function logIn(role: Role): void {
  const user = create(UserSchema, { id: 2n, role });
  sessionState.set({ phase: 'signed-in', session: { id: 1n, accessToken: '', expireTime: 0, user } });
}
const sent = () => service.sendMove.mock.calls.map(([move]) => (move as Move).stage);
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeAll(async () => {
  await i18n.init({ lng: 'ru', resources: { ru: { translation: ru } } });
});
beforeEach(() => {
  cardStore.putCards([create(DealCardSchema, { deal })]);
  service.sendMove.mockResolvedValue({ change: {} });
  withRules([{ key: 'sum' }]);
});
afterEach(() => {
  vi.clearAllMocks();
  moveAsked.set(undefined);
  alive.set(true);
  cardStore.reset();
  toasts.set([]);
});

test('nobody is asked where no stage has rules', async () => {
  withRules([]);
  moveDeal(deal, stage('offer'));
  await settled();
  expect(service.canMove).not.toHaveBeenCalled();
  expect(sent()).toEqual(['offer']);
});

test('a move that lacks nothing is made without a question', async () => {
  answers([]);
  moveDeal(deal, stage('offer'));
  expect(cardStore.card(7n)?.deal?.stage).toBe('offer');
  await settled();
  expect(sent()).toEqual(['offer']);
  expect(moveAsked.get()).toBeUndefined();
});

test('a move that lacks something is asked about, and the deal is where it was', async () => {
  answers([lacks]);
  moveDeal(deal, stage('offer'));
  await settled();
  expect(sent()).toEqual([]);
  expect(moveAsked.get()).toMatchObject({ deal: { id: 7n }, stage: { key: 'offer' }, violations: [lacks] });
  expect(cardStore.card(7n)?.deal?.stage).toBe('work');
});

test('what is known from a drag is not asked again', async () => {
  moveDeal(deal, stage('offer'), { known: [lacks] });
  await settled();
  expect(service.canMove).not.toHaveBeenCalled();
  expect(moveAsked.get()?.violations).toEqual([lacks]);
});

test('without a connection, or an answer, the move is made and the service decides', async () => {
  alive.set(false);
  moveDeal(deal, stage('offer'));
  await settled();
  expect(service.canMove).not.toHaveBeenCalled();
  alive.set(true);
  service.canMove.mockRejectedValue(new ConnectError('', Code.Unavailable));
  moveDeal(deal, stage('offer'));
  await settled();
  expect(sent()).toEqual(['offer', 'offer']);
});

test('a refusal of the rules opens the question, any other is told', async () => {
  answers([]);
  const refusal = {
    code: Code.FailedPrecondition,
    reason: 'FIELD_REQUIRED',
    metadata: {},
    message: 'Нельзя.',
    fields: {},
  };
  service.sendMove.mockResolvedValue({ change: {}, refusal: { ...refusal, violations: [lacks] } });
  moveDeal(deal, stage('offer'));
  await settled();
  expect(moveAsked.get()?.violations).toEqual([lacks]);
  expect(toasts.get()).toEqual([]);
  moveAsked.set(undefined);
  const other = { reason: 'NOT_OPEN', field: 'deal_id', text: 'Закрыта.' };
  service.sendMove.mockResolvedValue({ change: {}, refusal: { ...refusal, violations: [other] } });
  moveDeal(deal, stage('offer'));
  await settled();
  expect(moveAsked.get()).toBeUndefined();
  expect(toasts.get()).toHaveLength(1);
});

test('a closed deal is never reopened without a reason, connection or not', async () => {
  withRules([]);
  logIn(Role.HEAD_OF_SALES);
  const lost = { ...deal, stage: 'lost', state: Deal_State.LOST };
  answers([{ reason: 'COMMENT_REQUIRED', field: 'comment', text: 'Почему?' }]);
  moveDeal(lost, stage('offer'));
  await settled();
  expect(moveAsked.get()?.violations).toMatchObject([{ reason: 'COMMENT_REQUIRED', text: 'Почему?' }]);
  moveAsked.set(undefined);
  alive.set(false);
  moveDeal(lost, stage('offer'));
  await settled();
  expect(moveAsked.get()?.violations).toMatchObject([{ reason: 'COMMENT_REQUIRED', field: 'comment' }]);
  expect(sent()).toEqual([]);
});

test('whoever may not reopen a deal is told so', async () => {
  logIn(Role.MANAGER);
  moveDeal({ ...deal, stage: 'lost', state: Deal_State.LOST }, stage('offer'));
  await settled();
  expect(moveAsked.get()).toBeUndefined();
  expect(toasts.get()).toHaveLength(1);
});

test('a manager is not asked why they lose a deal of somebody else, which they may not', async () => {
  logIn(Role.MANAGER);
  const theirs = { ...deal, responsibleUserId: 3n };
  moveDeal(theirs, stage('lost'));
  await settled();
  expect(moveAsked.get()).toBeUndefined();
  expect(service.canMove).not.toHaveBeenCalled();
  expect(sent()).toEqual([]);
  expect(cardStore.card(7n)?.deal?.stage).toBe('work');
  expect(toasts.get()).toHaveLength(1);
});

test('a stage that closes the deal is asked about in any case', async () => {
  withRules([]);
  moveDeal(deal, stage('lost'));
  await settled();
  expect(moveAsked.get()).toMatchObject({ stage: { key: 'lost' }, violations: [] });
});
