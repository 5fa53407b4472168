import { create } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { Code, ConnectError } from '@connectrpc/connect';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { cardStore } from '../cards/card_store';
import { toasts } from '../components/toasts';
import { ErrorInfoSchema } from '../gen/google/rpc/error_details_pb';
import { DealCardSchema } from '../gen/voronka/crm/v1/board_pb';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { i18n } from '../i18n/i18n';
import ru from '../i18n/ru';
import { alive } from '../live/topics';
import { newNote } from '../outbox/new_addition';
import { followTabs, sendAddition, sendWaiting } from '../outbox/outbox';
import type { KeptChange, Move } from '../outbox/storage';
import { toldLosses } from '../outbox/told_losses';
import { waitingChanges } from '../outbox/waiting';
import { sessionState, type Session } from '../session/session';
import { showLateAnswers, takeDeal } from './moves';

// What only a browser has: a disk for the outbox, and locks.
const disk = vi.hoisted(() => new Map<string, unknown>()) as Map<string, KeptChange>;
const service = vi.hoisted(() => ({ takeOffer: vi.fn(), addNote: vi.fn(), batchGetCards: vi.fn() }));

vi.mock('../api/clients', () => ({
  dealOffers: { takeOffer: service.takeOffer },
  timeline: { addNote: service.addNote },
  boards: { batchGetCards: service.batchGetCards },
}));
vi.mock('../outbox/storage', async (original) => {
  const later = <T>(act: () => T) => new Promise<T>((resolve) => setTimeout(() => resolve(act())));
  const drop = (requestId: string) => later(() => disk.delete(requestId));
  return {
    ...(await original<object>()),
    keep: (change: KeptChange) => later(() => disk.set(change.requestId, change)),
    drop,
    dropDone: ({ requestId }: Move) => drop(requestId),
    keptOf: () => later(() => [...disk.values()]),
  };
});

function newLocks() {
  const last = new Map<string, Promise<unknown>>();
  return {
    request(name: string, act: () => Promise<unknown>) {
      const turn = (last.get(name) ?? Promise.resolve()).then(act);
      last.set(
        name,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}

const login = 'anna@one';
const offer = { id: 7n, etag: 1n, epoch: 3n, stage: 'new', offerDeadline: timestampFromMs(Date.now() + 60_000) };
const deal = create(DealSchema, offer);
const taken = create(DealSchema, { id: 7n, etag: 2n, epoch: 4n, stage: 'accepted' });
const cardOf = (contactName: string) => create(DealCardSchema, { deal, contactName });

function refused(reason: string) {
  const value = { reason, metadata: { responsible_name: 'Борис' } };
  return new ConnectError('', Code.FailedPrecondition, undefined, [{ desc: ErrorInfoSchema, value }]);
}

const texts = () => toasts.get().map(({ text }) => text);
const settled = () => new Promise((resolve) => setTimeout(resolve, 200));

const stops: (() => void)[] = [];
beforeAll(async () => {
  await i18n.init({ lng: 'ru', resources: { ru: { translation: ru } } });
});
beforeEach(() => {
  vi.stubGlobal('navigator', { locks: newLocks() });
  sessionState.set({ phase: 'signed-in', session: { user: { login } } as Session });
  disk.clear();
  waitingChanges.set([]);
  toasts.set([]);
  toldLosses.set(new Map());
  cardStore.reset();
  cardStore.putCards([cardOf('Ирина')]);
  for (const method of Object.values(service)) {
    method.mockReset().mockRejectedValue(new ConnectError('', Code.Unavailable));
  }
  stops.push(showLateAnswers(), followTabs());
});
afterEach(() => {
  stops.splice(0).forEach((stop) => stop());
  vi.unstubAllGlobals();
});

async function takeOffline() {
  alive.set(false);
  takeDeal(deal);
  await vi.waitFor(() => {
    expect(waitingChanges.get()).toHaveLength(1);
  });
  expect(texts()).toEqual([]);
}

test('a take that waits is told once, and stays until somebody has seen it', async () => {
  await takeOffline();
  service.takeOffer.mockResolvedValue(taken);
  await Promise.all([sendWaiting(), sendWaiting()]);
  expect(toasts.get()).toMatchObject([{ text: 'Вы взяли «Сделка #7, Ирина»', lasts: true }]);
});

test('a take whose answer another tab got first is told as that tab tells it', async () => {
  const other = new BroadcastChannel('voronka-outbox');
  void navigator.locks.request(`voronka-outbox-${login}-7`, async () => {
    while (!disk.size) await settled();
    const [change] = disk.values();
    disk.clear();
    const refusal = { code: Code.FailedPrecondition, reason: 'OFFER_EXPIRED', metadata: { responsible_name: 'Борис' } };
    other.postMessage({ login, kind: 'answered', answer: { change, refusal } });
  });
  takeDeal(deal);
  await settled();
  await settled();
  expect(texts()).toEqual(['«Сделка #7, Ирина» уже у Бориса']);
  expect([...toldLosses.get().keys()]).toEqual([7n]);
  other.close();
});

test('an answer is told even if the deal’s next change gets none', async () => {
  await takeOffline();
  await sendAddition(newNote(deal, 'Ждёт'));
  service.takeOffer.mockRejectedValue(refused('OFFER_EXPIRED'));
  service.addNote.mockReturnValue(new Promise(() => undefined));
  void sendWaiting();
  await settled();
  expect(texts()).toEqual(['«Сделка #7, Ирина» уже у Бориса']);
});

test.each([
  ['made', () => service.takeOffer.mockResolvedValue(taken), 'Вы взяли «Сделка #7, Ирина»'],
  ['refused', () => service.takeOffer.mockRejectedValue(refused('OFFER_EXPIRED')), '«Сделка #7, Ирина» уже у Бориса'],
])('an offer that was taken before its client was known is %s by their name', async (_, answer, text) => {
  cardStore.putCards([cardOf('')]);
  await takeOffline();
  service.batchGetCards.mockResolvedValue({ cards: [cardOf('Ирина')] });
  answer();
  await sendWaiting();
  await settled();
  expect(texts()).toEqual([text]);
});

test('an offer whose client cannot be found out is told by its number', async () => {
  cardStore.putCards([cardOf('')]);
  await takeOffline();
  service.takeOffer.mockResolvedValue(taken);
  await sendWaiting();
  await settled();
  expect(texts()).toEqual(['Вы взяли «Сделка #7»']);
});

test.each(['OFFER_EXPIRED', 'NO_OFFER', 'NOT_RESPONSIBLE'])(
  'the loss of a take that is refused with %s is known before the take stops waiting',
  async (reason) => {
    await takeOffline();
    let known = false;
    stops.push(waitingChanges.subscribe(() => (known = toldLosses.get().has(7n))));
    service.takeOffer.mockRejectedValue(refused(reason));
    await sendWaiting();
    expect(waitingChanges.get()).toEqual([]);
    expect(known).toBe(true);
  },
);
