import { create } from '@bufbuild/protobuf';
import { durationFromMs, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { setAccountZone } from '../calendar/user_zone';
import { Activity_Channel, Activity_Direction, Activity_Kind } from '../gen/voronka/crm/v1/activity_pb';
import { Field_Kind, FieldSetSchema } from '../gen/voronka/crm/v1/field_set_pb';
import { PipelineSchema } from '../gen/voronka/crm/v1/pipeline_pb';
import { TimelineEntry_Kind as Kind, TimelineEntrySchema } from '../gen/voronka/crm/v1/timeline_pb';
import en from '../i18n/en';
import { i18n } from '../i18n/i18n';
import ru from '../i18n/ru';
import { detailOf, headlineOf } from './headline';
import { stageNamesOf } from './stage_names';

const unknown = { set: undefined, nameOf: () => '' };
const nobody = { name: '', from: '', to: '' };
const stage = (key: string, name: string) => ({ key, name });
const pipelines = [
  create(PipelineSchema, {
    key: 'first_sales',
    name: 'Первичные продажи',
    stages: [stage('accepted', 'Принято в работу'), stage('price_sent', 'Прайс отправлен')],
  }),
  create(PipelineSchema, {
    key: 'repeat_sales',
    name: 'Повторные продажи',
    stages: [stage('accepted', 'Принято снова')],
    archiveTime: timestampFromDate(new Date(0)),
  }),
];

beforeAll(async () => {
  setAccountZone('Europe/Moscow');
  await i18n.init({
    lng: 'ru',
    resources: { ru: { translation: ru }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
});
beforeEach(() => i18n.changeLanguage('ru'));

test('the stages of a move are called as in their own pipeline, archived or not', () => {
  const moved = create(TimelineEntrySchema, {
    kind: Kind.STAGE_CHANGED,
    fromPipeline: 'first_sales',
    fromStage: 'price_sent',
    toPipeline: 'repeat_sales',
    toStage: 'accepted',
  });
  const names = stageNamesOf(moved, pipelines, 'repeat_sales');
  expect(headlineOf(moved, { name: '', ...names })).toBe(
    '«Первичные продажи: Прайс отправлен» → «Повторные продажи: Принято снова»',
  );
});

test('an entry of an earlier release is looked up in the deal’s pipeline first, then in the others', () => {
  const moved = create(TimelineEntrySchema, {
    kind: Kind.STAGE_CHANGED,
    fromStage: 'price_sent',
    toStage: 'accepted',
  });
  expect(stageNamesOf(moved, pipelines, 'repeat_sales')).toEqual({ from: 'Прайс отправлен', to: 'Принято снова' });
});

test('a stage that was removed is said to be', () => {
  const moved = create(TimelineEntrySchema, { toPipeline: 'first_sales', toStage: 'gone' });
  expect(stageNamesOf(moved, pipelines, 'first_sales').to).toBe('gone (этап удалён)');
});

test('a lost deal says why', () => {
  const lost = create(TimelineEntrySchema, {
    kind: Kind.STAGE_CHANGED,
    toStage: 'lost',
    text: 'Дорого: нашли дешевле',
  });
  expect(detailOf(lost, unknown)).toBe('Дорого: нашли дешевле');
});

test('an edit names its fields in the reader’s language, with what they were and are', async () => {
  const edited = create(TimelineEntrySchema, {
    kind: Kind.DEAL_UPDATED,
    edit: {
      fields: ['name', 'amount', 'contact_id'],
      before: { name: 'Столы' },
      after: { name: 'Стулья', amount: { minor: 25_000n, currency: 'RUB' }, contactId: 3n },
    },
  });
  const lines = detailOf(edited, unknown)
    .replaceAll(/\u00a0/g, ' ')
    .split('\n');
  expect(lines).toEqual(['Название: Столы → Стулья', 'Сумма: не указано → 250 ₽', 'Клиент']);
  await i18n.changeLanguage('en');
  expect(detailOf(edited, unknown).split('\n')[2]).toBe('Client');
});

test('an edit says what clients and companies are called, once that is known', () => {
  const edited = create(TimelineEntrySchema, {
    kind: Kind.DEAL_UPDATED,
    edit: { fields: ['contact_id', 'company_id'], before: { contactId: 3n }, after: { contactId: 4n, companyId: 7n } },
  });
  const names = { contact: new Map([[3n, 'Анна']]), company: new Map([[7n, 'ООО «Ромашка»']]) };
  const clientOf = (kind: 'contact' | 'company', id: bigint) => names[kind].get(id);
  const lines = () => detailOf(edited, { ...unknown, clientOf }).split('\n');
  expect(lines()).toEqual(['Клиент', 'Компания: не указано → ООО «Ромашка»']);
  names.contact.set(4n, 'Борис');
  expect(lines()[0]).toBe('Клиент: Анна → Борис');
});

test('who joins a deal or leaves it is named, with their role', () => {
  const entry = (kind: Kind) => create(TimelineEntrySchema, { kind, text: 'Вера, бухгалтер' });
  expect(headlineOf(entry(Kind.CONTACT_ADDED), nobody)).toBe('Добавлен контакт: Вера, бухгалтер');
  expect(headlineOf(entry(Kind.CONTACT_REMOVED), nobody)).toBe('Убран контакт: Вера, бухгалтер');
  expect(detailOf(entry(Kind.CONTACT_ADDED), unknown)).toBe('');
});

test('an inquiry that joins a deal, leaves it, or waits again says so in the timelines of both', () => {
  const attached = (more: { linkedDealId?: bigint; toStage?: string }) =>
    create(TimelineEntrySchema, { kind: Kind.UNSORTED_ATTACHED, ...more });
  expect(headlineOf(attached({ linkedDealId: 7n }), nobody)).toBe('Присоединена заявка из другой сделки');
  expect(headlineOf(attached({ linkedDealId: 7n, toStage: 'new' }), nobody)).toBe('Заявка вернулась в свою сделку');
  expect(headlineOf(attached({}), nobody)).toBe('Заявка присоединена к другой сделке');
  const returned = create(TimelineEntrySchema, { kind: Kind.STAGE_CHANGED, toStage: 'new' });
  expect(headlineOf(returned, { ...nobody, to: 'Неразобранное' })).toBe('Вернулась на этап «Неразобранное»');
});

const minutesLater = (minutes: number) => timestampFromDate(new Date(Date.UTC(2026, 10, 20, 9, minutes)));

test('an activity says in one line what it was, whether somebody was reached, and what is unusual about it', () => {
  const missed = create(TimelineEntrySchema, {
    kind: Kind.ACTIVITY,
    createTime: minutesLater(0),
    activity: { kind: Activity_Kind.CALL, channel: Activity_Channel.PHONE, time: minutesLater(0) },
  });
  expect(headlineOf(missed, nobody)).toBe('Звонок: не дозвонились');
  const met = create(TimelineEntrySchema, {
    kind: Kind.ACTIVITY,
    createTime: minutesLater(50),
    activity: {
      ...{ kind: Activity_Kind.MEETING, channel: Activity_Channel.VIDEO, reached: true },
      ...{ time: minutesLater(10), duration: durationFromMs(1_800_000), note: 'Показали', objection: 'Дорого' },
    },
  });
  expect(headlineOf(met, nobody)).toMatch(/^Встреча с клиентом · Видеосвязь · 30 мин · .*12:10$/);
  expect(detailOf(met, unknown)).toBe('Показали\nВозражение: Дорого');
  const came = { kind: Activity_Kind.CALL, direction: Activity_Direction.INCOMING };
  const incoming = create(TimelineEntrySchema, { kind: Kind.ACTIVITY, activity: came });
  expect(headlineOf(incoming, nobody)).toBe('Клиент звонил, но мы не ответили');
});

test('what was said in an activity that is gone is still told', () => {
  const gone = create(TimelineEntrySchema, { kind: Kind.ACTIVITY, activityId: 3n, text: 'Не туда попал' });
  expect(headlineOf(gone, nobody)).toBe('Связь с клиентом: запись удалена');
  expect(detailOf(gone, unknown)).toBe('Не туда попал');
});

const asked = {
  set: create(FieldSetSchema, {
    fields: [
      { key: 'amount', label: 'Бюджет', kind: Field_Kind.MONEY, system: true },
      { key: 'lift', label: 'Лифт', kind: Field_Kind.YES_NO },
      { key: 'seller', label: 'Замерщик', kind: Field_Kind.USER },
      {
        key: 'way',
        label: 'Доставка',
        kind: Field_Kind.CHOICE,
        choices: [{ key: 'own', name: 'самовывоз', retired: true }],
      },
    ],
    removedFields: [{ key: 'gone', label: 'Откуда узнал', kind: Field_Kind.TEXT }],
  }),
  nameOf: () => 'Анна',
};

test('an edit of the account’s own fields says their labels and values', () => {
  const own = ['gone', 'lift', 'newer', 'seller', 'way'];
  const edited = create(TimelineEntrySchema, {
    kind: Kind.DEAL_UPDATED,
    edit: {
      fields: ['amount', ...own.map((key) => `fields.${key}`)],
      before: {
        fields: { gone: { value: { case: 'text', value: 'радио' } }, lift: { value: { case: 'yes', value: true } } },
      },
      after: {
        amount: { minor: 25_000n, currency: 'RUB' },
        fields: {
          lift: { value: { case: 'yes', value: false } },
          seller: { value: { case: 'userId', value: 7n } },
          way: { value: { case: 'choice', value: 'own' } },
        },
      },
    },
  });
  expect(
    detailOf(edited, asked)
      .replaceAll(/\u00a0/g, ' ')
      .split('\n'),
  ).toEqual([
    'Бюджет: не указано → 250 ₽',
    'Откуда узнал: радио → не указано',
    'Лифт: Да → Нет',
    'newer',
    'Замерщик: не указано → Анна',
    'Доставка: не указано → самовывоз',
  ]);
});

test('an edit of an earlier release names its fields too', () => {
  const edited = create(TimelineEntrySchema, {
    kind: Kind.DEAL_UPDATED,
    edit: { fields: ['amount', 'contact_id'] },
  });
  expect(detailOf(edited, unknown)).toBe('Сумма\nКлиент');
});

test('a completed task says which one, and what came of it', () => {
  const done = create(TimelineEntrySchema, { kind: Kind.TASK_COMPLETED, taskText: 'Позвонить', text: 'Договорились' });
  expect(headlineOf(done, nobody)).toBe('Задача выполнена: Позвонить');
  expect(detailOf(done, unknown)).toBe('Договорились');
});

test('a task that went along with the deal says to whom', () => {
  const passed = create(TimelineEntrySchema, { kind: Kind.TASK_REASSIGNED, taskText: 'Позвонить' });
  expect(headlineOf(passed, { ...nobody, name: 'Борис' })).toBe('Задача передана, теперь Борис: Позвонить');
});

test('a deal that was moved by being taken says where to', () => {
  const taken = create(TimelineEntrySchema, { kind: Kind.OFFER_TAKEN, toStage: 'accepted' });
  expect(headlineOf(taken, { name: '', from: 'Новая заявка', to: 'Принято в работу' })).toBe(
    'Взята в работу: «Новая заявка» → «Принято в работу»',
  );
});

const headline = (inquiry?: { clientName: string }) =>
  headlineOf(create(TimelineEntrySchema, { kind: Kind.INQUIRY, inquiry }), nobody);

test('an inquiry says under which name the client wrote', () => {
  expect(headline({ clientName: 'Анна' })).toBe('Обращение клиента: Анна');
  expect(headline({ clientName: '' })).toBe('Обращение клиента');
  expect(headline()).toBe('Обращение клиента');
});

test('a new task is told with its day', () => {
  const deadline = timestampFromDate(new Date('2020-11-28T14:20:00Z'));
  const entry = create(TimelineEntrySchema, { kind: Kind.TASK_CREATED, text: 'Позвонить', deadline });
  expect(headlineOf(entry, nobody)).toMatch(/^Задача на 28 нояб\. 2020.*: Позвонить$/);
  expect(headlineOf({ ...entry, deadline: undefined }, nobody)).toBe('Задача: Позвонить');
});

test('a linked deal is told once, in the headline', () => {
  const entry = create(TimelineEntrySchema, { kind: Kind.LINKED_DEAL_CREATED, text: 'Рекламации', linkedDealId: 8n });
  expect(headlineOf(entry, nobody)).toBe('Заведена связанная сделка: Рекламации');
  expect(detailOf(entry, unknown)).toBe('');
});

test('a correction of an activity says what it was before, and what it is now', () => {
  const before = { kind: Activity_Kind.CALL, note: 'Занято' };
  const corrected = create(TimelineEntrySchema, {
    kind: Kind.ACTIVITY_UPDATED,
    activityEdit: { before, after: { ...before, reached: true, objection: 'Дорого' } },
  });
  expect(headlineOf(corrected, nobody)).toBe('Исправлена запись «Звонок: не дозвонились»');
  expect(detailOf(corrected, unknown)).toBe(
    'Что было: Звонок: не дозвонились → Звонок: дозвонились\nВозражение: не указано → Дорого',
  );
  const other = { before: { ...before, contactId: 1n }, after: { ...before, contactId: 2n } };
  const toOther = create(TimelineEntrySchema, { kind: Kind.ACTIVITY_UPDATED, activityEdit: other });
  expect(detailOf(toOther, unknown)).toBe('Указан другой контакт');
  const gone = create(TimelineEntrySchema, { kind: Kind.ACTIVITY_DELETED, activityEdit: { before } });
  expect(headlineOf(gone, nobody)).toBe('Удалена запись «Звонок: не дозвонились»');
  expect(detailOf(gone, unknown)).toBe('Занято');
});
