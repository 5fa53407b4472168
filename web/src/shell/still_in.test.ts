import { Code, ConnectError } from '@connectrpc/connect';
import { beforeAll, expect, test } from 'vitest';
import { i18n } from '../i18n/i18n';
import ru from '../i18n/ru';
import { stillInText } from './still_in';

beforeAll(async () => {
  await i18n.init({ lng: 'ru', resources: { ru: { translation: ru } } });
});

test('whoever cannot be logged out without a connection learns that they are still logged in', () => {
  expect(stillInText(new ConnectError('', Code.Unavailable))).toMatch(/по-прежнему вошли на этом устройстве/);
});

test('any other reason is given as it is', () => {
  expect(stillInText(new ConnectError('', Code.Internal))).toBe(ru.errors.unexpected);
});
