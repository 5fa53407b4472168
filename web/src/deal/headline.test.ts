import { create } from '@bufbuild/protobuf';
import { beforeAll, expect, test } from 'vitest';
import { TimelineEntry_Kind as Kind, TimelineEntrySchema } from '../gen/voronka/crm/v1/timeline_pb';
import { i18n } from '../i18n/i18n';
import ru from '../i18n/ru';
import { headlineOf } from './headline';

beforeAll(async () => {
  await i18n.init({
    lng: 'ru',
    resources: { ru: { translation: ru } },
    interpolation: { escapeValue: false },
  });
});

const headline = (inquiry?: { clientName: string }) =>
  headlineOf(create(TimelineEntrySchema, { kind: Kind.INQUIRY, inquiry }), { name: '', from: '', to: '' });

test('an inquiry says under which name the client wrote', () => {
  expect(headline({ clientName: 'Анна' })).toBe('Обращение клиента: Анна');
  expect(headline({ clientName: '' })).toBe('Обращение клиента');
  expect(headline()).toBe('Обращение клиента');
});
