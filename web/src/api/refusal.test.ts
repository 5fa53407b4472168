import { create } from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { beforeAll, expect, test } from 'vitest';
import {
  BadRequestSchema,
  LocalizedMessageSchema,
  PreconditionFailureSchema,
} from '../gen/google/rpc/error_details_pb';
import { i18n } from '../i18n/i18n';
import ru from '../i18n/ru';
import { isUnreachable, refusalOf } from './refusal';

beforeAll(async () => {
  await i18n.init({ lng: 'ru', resources: { ru: { translation: ru } } });
});

test('only what nobody answered is said to be unreachable', () => {
  for (const code of [Code.Unavailable, Code.DeadlineExceeded, Code.Unknown]) {
    expect(refusalOf(new ConnectError('', code)).message).toBe(ru.errors.unreachable);
  }
  expect(refusalOf(new ConnectError('', Code.Internal)).message).toBe(ru.errors.unexpected);
});

test('a mistake on this side is not taken for a lost connection', () => {
  expect(isUnreachable(new RangeError('Invalid time value'))).toBe(false);
  expect(refusalOf(new RangeError('Invalid time value')).message).toBe(ru.errors.unexpected);
});

const failure = create(PreconditionFailureSchema, {
  violations: [
    { type: 'FIELD_REQUIRED', subject: 'deal.amount', description: 'Fill in “Amount”.' },
    { type: 'TASK_REQUIRED', subject: 'deal_id', description: 'Plan a task.' },
  ],
});

function refused(message: string) {
  const localized = create(LocalizedMessageSchema, { locale: 'ru', message });
  const details = [
    { desc: PreconditionFailureSchema, value: failure },
    { desc: LocalizedMessageSchema, value: localized },
  ];
  return refusalOf(new ConnectError('', Code.FailedPrecondition, undefined, details));
}

test('what is refused for how things stand has the line of each violation', () => {
  const { violations, fields, message } = refused('Заполните «Сумма».\nЗапланируйте задачу.');
  expect(violations).toEqual([
    { reason: 'FIELD_REQUIRED', field: 'deal.amount', text: 'Заполните «Сумма».' },
    { reason: 'TASK_REQUIRED', field: 'deal_id', text: 'Запланируйте задачу.' },
  ]);
  expect(fields).toEqual({});
  expect(message).toBe('Заполните «Сумма».\nЗапланируйте задачу.');
  // Lines that cannot be told apart belong to none.
  expect(refused('Заполните\nэто\nи то').violations[0]?.text).toBe('Fill in “Amount”.');
});

test('what is malformed says it at its field', () => {
  const value = create(BadRequestSchema, {
    fieldViolations: [{ field: 'deal.name', reason: 'TOO_LONG', description: 'Too long.' }],
  });
  const details = [{ desc: BadRequestSchema, value }];
  const { violations, fields } = refusalOf(new ConnectError('', Code.InvalidArgument, undefined, details));
  expect(violations).toEqual([{ reason: 'TOO_LONG', field: 'deal.name', text: 'Too long.' }]);
  expect(fields).toEqual({ 'deal.name': 'Too long.' });
});
