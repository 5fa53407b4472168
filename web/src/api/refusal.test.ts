import { Code, ConnectError } from '@connectrpc/connect';
import { beforeAll, expect, test } from 'vitest';
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
