// Fields of the account's own on the card of a deal.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { openBrowser, pageOf } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { edit, openDeal, pressed, rowOf, says, typeInto } from './support/field_rows.mjs';
import { addFields, changeFieldSet, restoreAfterwards } from './support/fields.mjs';

const browser = await openBrowser();
const [admin, anna, boris] = [await Person.logIn('admin'), await Person.logIn('anna'), await Person.logIn('boris')];
const stamp = Date.now();
const choice = (key, name) => ({ key, name });
const choices = [choice('own', 'самовывоз'), choice('courier', 'курьер'), choice('mail', 'почтой')];
const many = Array.from({ length: 20 }, (_, at) => choice(`c${at}`, `Цех № ${at}`));

const typed = (text) => (row) => typeInto(row, text);
const dated = (text) => async (row) => {
  await row.locator('input').fill(text);
  await row.page().keyboard.press('Enter');
};
const emptied = (row) => row.locator('input, textarea').first().fill('').then(() => row.page().keyboard.press('Control+Enter'));

// How each kind is set and cleared, what is shown, and what the API says then.
const kinds = [
  { key: 'line', kind: 'TEXT', label: 'Модель двери', set: typed('Гранит М2'), shown: 'Гранит М2', value: { text: 'Гранит М2' } },
  {
    ...{ key: 'story', kind: 'MULTILINE_TEXT', label: 'Пожелания', shown: 'раз два', value: { text: 'раз\nдва' } },
    set: async (row) => {
      await row.getByRole('textbox').fill('раз\nдва');
      await row.page().keyboard.press('Control+Enter');
    },
  },
  { key: 'weight', kind: 'NUMBER', label: 'Вес', set: typed('1 200,5'), shown: '1 200,5', value: { number: '1200.5' } },
  {
    ...{ key: 'advance', kind: 'MONEY', label: 'Аванс', shown: '10,50 $', value: { money: { minor: '1050', currency: 'USD' } } },
    set: async (row) => {
      await row.getByRole('combobox').selectOption('USD');
      await typeInto(row, '10,50');
    },
  },
  { key: 'measured', kind: 'DATE', label: 'Замер', set: dated('2026-12-31'), shown: '31 дек. 2026 г.', value: { date: '2026-12-31' } },
  {
    ...{ key: 'arrival', kind: 'TIME', label: 'Приезд', shown: '31 дек. 2020 г., 10:30', value: { time: '2020-12-31T07:30:00Z' } },
    set: dated('2020-12-31T10:30'),
  },
  { key: 'lift', kind: 'YES_NO', label: 'Есть лифт', set: pressed('Нет'), shown: 'Нет', value: { yes: false }, clear: pressed('Не указано') },
  { key: 'way', kind: 'CHOICE', label: 'Доставка', choices, set: pressed('курьер'), shown: 'курьер', value: { choice: 'courier' }, clear: pressed('Очистить') },
  {
    ...{ key: 'shops', kind: 'CHOICES', label: 'Цеха', choices: many, shown: 'Цех № 3, Цех № 7', value: { choices: { keys: ['c3', 'c7'] } } },
    set: async (row) => {
      await row.getByRole('searchbox').fill('7');
      await row.page().keyboard.press('Enter');
      await row.getByRole('searchbox').fill('');
      await pressed('Цех № 3')(row);
      await pressed('Готово')(row);
    },
    clear: async (row) => {
      for (const name of ['Цех № 3', 'Цех № 7']) await pressed(name)(row);
      await pressed('Готово')(row);
    },
  },
  { key: 'fitter', kind: 'USER', label: 'Замерщик', set: pressed('Борис'), shown: 'Борис', value: { userId: boris.id }, clear: pressed('Очистить') },
  {
    ...{ key: 'site_phone', kind: 'PHONE', label: 'Прораб', shown: '+7 916 123-45-67', value: { text: '+79161234567' } },
    ...{ set: typed('+79161234567'), href: 'tel:+79161234567' },
  },
  {
    ...{ key: 'site_mail', kind: 'EMAIL', label: 'Для чертежей', shown: 'plan@example.com', value: { text: 'plan@example.com' } },
    ...{ set: typed('plan@example.com'), href: 'mailto:plan@example.com' },
  },
  {
    ...{ key: 'plan', kind: 'LINK', label: 'Чертёж', shown: 'https://example.com/plan', value: { text: 'https://example.com/plan' } },
    ...{ set: typed('example.com/plan'), href: 'https://example.com/plan' },
  },
  { key: 'place', kind: 'ADDRESS', label: 'Объект', set: typed('Тверская, 1'), shown: 'Тверская, 1', value: { text: 'Тверская, 1' } },
];
const definition = ({ key, kind, label, choices: offered = [] }) => ({ key, kind: `KIND_${kind}`, label, choices: offered });

await restoreAfterwards(admin, 'ENTITY_DEAL');
await restoreAfterwards(admin, 'ENTITY_CONTACT');
// As many as a card shows at first: the account's own of this pipeline make room.
await changeFieldSet(admin, 'ENTITY_DEAL', ({ fields }) => ({
  fields: [...fields.filter(({ system, pipelines = [] }) => system || pipelines.includes('claims')), ...kinds.map(definition)],
}));

async function opened(deal, who = 'anna', options = {}) {
  const page = await pageOf(browser, who, options);
  return { page, dialog: await openDeal(page, deal) };
}

const valueOf = async (deal, key) => (await anna.getDeal(deal)).fields?.[key];
const isSaved = (deal, key, value) =>
  eventually(async () => {
    try {
      assert.deepEqual(await valueOf(deal, key), value);
      return true;
    } catch {
      return false;
    }
  });
const setValue = (person, deal, key, value) =>
  person.change('DealService/UpdateDeal', { dealId: deal.id, deal: { fields: { [key]: value } }, updateMask: `fields.${key}` });

for (const kind of kinds) {
  const { key, label, set, shown, value, href, clear = emptied } = kind;
  test(`a field is set, shown after a reload, and cleared: ${kind.kind}`, async () => {
    const deal = await anna.makeDeal(`Поле ${label}`);
    const { page, dialog } = await opened(deal);
    const row = rowOf(dialog, label);
    await edit(row);
    await set(row);
    await isSaved(deal, key, value);
    await says(row, shown);
    await page.reload();
    await says(row, shown);
    if (href) assert.equal(await row.getByRole('link').getAttribute('href'), href);
    await edit(row);
    await clear(row);
    await isSaved(deal, key, undefined);
    await says(row, '—');
    await page.context().close();
  });
}

test('a link opens in a tab of its own and never runs a script', async () => {
  const deal = await anna.makeDeal('Ссылка');
  const { page, dialog } = await opened(deal);
  const row = rowOf(dialog, 'Чертёж');
  await edit(row);
  await typeInto(row, 'javascript:alert(1)');
  await row.getByText('Напишите адрес страницы').waitFor();
  await typeInto(row, 'https://example.com');
  const link = row.getByRole('link');
  await link.waitFor();
  assert.deepEqual([await link.getAttribute('target'), await link.getAttribute('rel')], ['_blank', 'noopener noreferrer']);
});

test('a refusal is shown at its field, and what was typed is kept, even over a reload', async () => {
  const deal = await anna.makeDeal('Отказ');
  const { page, dialog } = await opened(deal);
  const row = rowOf(dialog, 'Для чертежей');
  await edit(row);
  await typeInto(row, 'не почта');
  await row.getByText('Проверьте адрес почты.').waitFor();
  assert.equal(await row.getByRole('textbox').inputValue(), 'не почта');
  await page.reload();
  await eventually(async () => (await row.getByRole('textbox').inputValue()) === 'не почта');
  await dialog.getByText('Восстановлен черновик').waitFor();
  await row.getByRole('textbox').focus();
  await page.keyboard.press('Escape');
  await says(row, '—');
  assert.equal(await valueOf(deal, 'site_mail'), undefined);
});

test('a colleague sees the change at once, and the timeline says what it was', async () => {
  const deal = await anna.makeDeal('Видят двое');
  await setValue(anna, deal, 'line', { text: 'Гранит М1' });
  const { page, dialog } = await opened(deal, 'olga');
  await says(rowOf(dialog, 'Модель двери'), 'Гранит М1');
  await setValue(anna, deal, 'line', { text: 'Гранит М2' });
  await says(rowOf(dialog, 'Модель двери'), 'Гранит М2');
  await dialog.getByText('Модель двери: Гранит М1 → Гранит М2').waitFor();
});

test('what a colleague has saved meanwhile is replaced only if the user says so', async () => {
  const deal = await anna.makeDeal('Правят поле двое');
  const { page, dialog } = await opened(deal, 'anna');
  const row = rowOf(dialog, 'Модель двери');
  await edit(row);
  await row.getByRole('textbox').fill('Моя');
  await setValue(await Person.logIn('olga'), deal, 'line', { text: 'Чужая' });
  await eventually(async () => (await dialog.getByText('Модель двери: не указано → Чужая').count()) > 0);
  await page.keyboard.press('Enter');
  await row.getByText(/значение изменилось: «Чужая»/).waitFor();
  assert.deepEqual(await valueOf(deal, 'line'), { text: 'Чужая' });
  await row.getByRole('button', { name: 'Заменить' }).click();
  await isSaved(deal, 'line', { text: 'Моя' });
});

test('two fields that are changed at once are both saved', async () => {
  const deal = await anna.makeDeal('Разные поля');
  const { page, dialog } = await opened(deal);
  const row = rowOf(dialog, 'Объект');
  await edit(row);
  await row.getByRole('textbox').fill('Арбат, 2');
  await setValue(boris, deal, 'line', { text: 'Гранит' }).catch(() => setValue(admin, deal, 'line', { text: 'Гранит' }));
  await page.keyboard.press('Enter');
  await isSaved(deal, 'place', { text: 'Арбат, 2' });
  assert.deepEqual(await valueOf(deal, 'line'), { text: 'Гранит' });
});

test('whoever may not change the deal reads its fields', async () => {
  const deal = await anna.makeDeal('Чужая сделка');
  await setValue(anna, deal, 'line', { text: 'Гранит' });
  const { page, dialog } = await opened(deal, 'boris');
  const row = rowOf(dialog, 'Модель двери');
  await says(row, 'Гранит');
  assert.equal(await row.getByRole('button').count(), 0);
});

test('a client has fields of their own', async () => {
  await addFields(admin, 'ENTITY_CONTACT', [{ key: 'birthday', kind: 'KIND_DATE', label: 'Родился' }]);
  const contact = await anna.change('ContactService/CreateContact', { contact: { name: 'Ирина', phones: [newPhone()] } });
  const deal = await anna.makeDeal('С клиентом', { contactId: contact.id });
  const { page, dialog } = await opened(deal);
  const row = rowOf(dialog, 'Родился');
  await edit(row);
  await dated('1980-05-17')(row);
  await says(row, '17 мая 1980 г.');
  const { fields } = await anna.call('ContactService/GetContact', { contactId: contact.id });
  assert.deepEqual(fields, { birthday: { date: '1980-05-17' } });
});

test('a deal has the fields of its pipeline, and a change of the set appears without reloading', async () => {
  const deal = await anna.makeDeal('Воронки');
  const { page, dialog } = await opened(deal);
  await rowOf(dialog, 'Модель двери').waitFor();
  const label = `Сразу ${stamp}`;
  const elsewhere = { key: 'elsewhere', kind: 'KIND_TEXT', label: 'В другой воронке', pipelines: ['repeat_sales'] };
  const atOnce = { key: 'at_once', kind: 'KIND_TEXT', label };
  await changeFieldSet(admin, 'ENTITY_DEAL', ({ fields }) => ({ fields: [elsewhere, atOnce, ...fields] }));
  await rowOf(dialog, label).waitFor();
  assert.equal(await rowOf(dialog, 'В другой воронке').count(), 0);
  await changeFieldSet(admin, 'ENTITY_DEAL', ({ fields }) => ({
    fields: fields.filter(({ key }) => !['elsewhere', 'at_once'].includes(key)),
  }));
  await eventually(async () => (await rowOf(dialog, label).count()) === 0);
});
