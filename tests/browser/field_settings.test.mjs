// Where admins arrange the fields of their account's own, and what comes of it on the card.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { edit, openDeal, pressed, rowOf, says } from './support/field_rows.mjs';
import { addFields, changeFieldSet, fieldSetOf, restoreAfterwards } from './support/fields.mjs';

const browser = await openBrowser();
const [admin, anna] = [await Person.logIn('admin'), await Person.logIn('anna')];
const stamp = Date.now();

await restoreAfterwards(admin, 'ENTITY_DEAL');
await restoreAfterwards(admin, 'ENTITY_CONTACT');
await addFields(admin, 'ENTITY_DEAL', [
  { key: 'line', kind: 'KIND_TEXT', label: 'Модель двери' },
  { key: 'story', kind: 'KIND_MULTILINE_TEXT', label: 'Пожелания' },
  { key: 'weight', kind: 'KIND_NUMBER', label: 'Вес' },
]);

async function opened(deal) {
  const page = await pageOf(browser, 'anna');
  return { page, dialog: await openDeal(page, deal) };
}

// All fields of its first group: the card shows a dozen, and the others when asked.
async function shownWhole(dialog) {
  await rowOf(dialog, 'Модель двери').waitFor();
  const more = dialog.getByRole('button', { name: /^Показать ещё/ });
  if (await more.count()) await more.click();
}

const valueOf = async (deal, key) => (await anna.getDeal(deal)).fields?.[key];

async function settings(who = 'admin') {
  const page = await pageOf(browser, who);
  await page.goto(`${url}/settings/fields`);
  await page.locator('main h1').waitFor();
  return page;
}

const field = (page, key) => page.locator(`[data-field="${key}"]`);
const openField = (page, key) => field(page, key).locator('button[aria-expanded]').click();
const saveSet = async (page) => {
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await page.getByRole('status').getByText('Поля сохранены').first().waitFor();
};

test('an admin adds a field, and it is on the card', async () => {
  const page = await settings();
  await page.getByRole('button', { name: 'Добавить поле' }).last().click();
  await page.getByLabel('Название', { exact: true }).fill(`Цвет двери ${stamp}`);
  const key = `tsvet_dveri_${stamp}`;
  assert.equal(await page.getByLabel('Ключ', { exact: true }).inputValue(), key);
  await page.getByLabel('Вид', { exact: true }).selectOption({ label: 'Один из списка' });
  await page.getByRole('button', { name: 'Добавить вариант' }).click();
  await page.keyboard.type('белый');
  await page.keyboard.press('Enter');
  await page.keyboard.type('чёрный');
  await saveSet(page);
  const saved = (await fieldSetOf(admin, 'ENTITY_DEAL')).fields.find((other) => other.key === key);
  assert.deepEqual(saved.choices.map((other) => [other.key, other.name]), [['belyy', 'белый'], ['chernyy', 'чёрный']]);
  const deal = await anna.makeDeal('С новым полем');
  const { page: card, dialog } = await opened(deal);
  await shownWhole(dialog);
  const row = rowOf(dialog, `Цвет двери ${stamp}`);
  await edit(row);
  await pressed('чёрный')(row);
  await eventually(async () => (await valueOf(deal, key))?.choice === 'chernyy');

  // Retired, a choice is shown where it is the value and not offered elsewhere.
  await openField(page, key);
  await page.getByRole('button', { name: 'Убрать вариант «чёрный»' }).click();
  await saveSet(page);
  const other = await anna.makeDeal('Другая');
  await says(row, 'чёрный');
  const otherDialog = await openDeal(card, other);
  await shownWhole(otherDialog);
  const otherRow = rowOf(otherDialog, `Цвет двери ${stamp}`);
  await edit(otherRow);
  await otherRow.getByRole('button', { name: 'белый' }).waitFor();
  assert.equal(await otherRow.getByRole('button', { name: 'чёрный' }).count(), 0);

  // Removed and brought back, it has its values.
  await field(page, key).getByText('Его значения сохранятся').waitFor();
  await page.getByRole('button', { name: 'Убрать поле' }).click();
  await saveSet(page);
  assert.equal(await valueOf(deal, key).then((value) => value?.choice), 'chernyy');
  await page.getByRole('button', { name: `Вернуть поле «Цвет двери ${stamp}»` }).click();
  await saveSet(page);
  await openDeal(card, deal);
  await shownWhole(dialog);
  await says(row, 'чёрный');
  await page.context().close();
});

test('the amount is called as the account calls it, and by the usual name again', async () => {
  const deal = await anna.makeDeal('Бюджет');
  const { page: card, dialog } = await opened(deal);
  const page = await settings();
  await openField(page, 'amount');
  await page.getByLabel('Название', { exact: true }).fill('Бюджет');
  await saveSet(page);
  await dialog.getByRole('button', { name: /^Бюджет: / }).click();
  await dialog.getByRole('textbox', { name: 'Бюджет' }).fill('500');
  await card.keyboard.press('Enter');
  await dialog.getByText(/^Бюджет: не указано → 500\s₽$/).waitFor();
  assert.equal(await field(page, 'amount').getByRole('button', { name: 'Убрать поле' }).count(), 0);
  await page.getByLabel('Название', { exact: true }).fill('');
  await saveSet(page);
  await dialog.getByRole('button', { name: /^Сумма: / }).waitFor();
  await page.context().close();
});

test('a value that must not repeat is refused at its field on the card', async () => {
  await addFields(admin, 'ENTITY_DEAL', [{ key: 'order', kind: 'KIND_TEXT', label: 'Номер заказа' }]);
  const page = await settings();
  await openField(page, 'order');
  await field(page, 'order').getByLabel('Значение не повторяется').check();
  await field(page, 'order').getByLabel('Можно искать и отбирать').check();
  await saveSet(page);
  const order = (await fieldSetOf(admin, 'ENTITY_DEAL')).fields.find(({ key }) => key === 'order');
  assert.deepEqual([order.unique, order.filterable], [true, true]);
  await anna.makeDeal(`Заказ ${stamp}`, { fields: { order: { text: `A ${stamp}` } } });
  const { page: card, dialog } = await opened(await anna.makeDeal('Тот же номер'));
  await shownWhole(dialog);
  const row = rowOf(dialog, 'Номер заказа');
  await edit(row);
  await row.getByRole('textbox').fill(`a ${stamp}`);
  await card.keyboard.press('Enter');
  await row.getByText(`«Заказ ${stamp}»`).waitFor();
  await card.context().close();
});

test('fields change places by the keyboard', async () => {
  const order = async () => (await fieldSetOf(admin, 'ENTITY_DEAL')).fields.map(({ key }) => key);
  const [at] = [(await order()).indexOf('weight')];
  const page = await settings();
  await page.getByRole('button', { name: '«Вес» выше' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await saveSet(page);
  assert.equal((await order()).indexOf('weight'), at - 2);
});

test('what is wrong is said at its field, and nothing that was typed is lost, even over a reload', async () => {
  const page = await settings();
  await page.getByRole('button', { name: 'Добавить поле' }).last().click();
  await page.getByLabel('Подсказка').fill('Недописанное');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await page.getByText('Дайте полю название.').waitFor();
  await page.reload();
  await page.getByText('Восстановлен черновик').waitFor();
  await openField(page, 'field');
  assert.equal(await page.getByLabel('Подсказка').inputValue(), 'Недописанное');
  await page.getByRole('button', { name: 'Не сохранять' }).click();
  assert.equal(await field(page, 'field').count(), 0);
});

test('two admins do not undo each other’s changes', async () => {
  const page = await settings();
  await openField(page, 'weight');
  await page.getByLabel('Название', { exact: true }).fill('Масса');
  await changeFieldSet(admin, 'ENTITY_DEAL', ({ fields }) => ({
    fields: fields.map((other) => (other.key === 'line' ? { ...other, label: 'Серия' } : other)),
  }));
  await page.getByRole('alert').getByText('поля изменил кто-то ещё').waitFor();
  await page.getByRole('button', { name: 'Загрузить' }).click();
  await field(page, 'line').getByText('Серия').waitFor();
  assert.equal(await page.getByLabel('Название', { exact: true }).inputValue(), 'Масса');
  await saveSet(page);
  const labels = Object.fromEntries((await fieldSetOf(admin, 'ENTITY_DEAL')).fields.map(({ key, label }) => [key, label]));
  assert.deepEqual([labels.weight, labels.line], ['Масса', 'Серия']);
});

test('groups are made, named, and removed: their fields go to the first', async () => {
  const page = await settings();
  await page.locator('main label', { hasText: 'Клиент' }).click();
  await page.getByRole('button', { name: 'Добавить группу' }).click();
  await page.getByLabel('Название группы').last().fill('Подробно');
  await page.getByRole('button', { name: 'Добавить поле в группу «Подробно»' }).click();
  await page.getByLabel('Название', { exact: true }).fill(`Хобби ${stamp}`);
  await saveSet(page);
  const inGroup = async () => (await fieldSetOf(admin, 'ENTITY_CONTACT')).fields.find(({ key }) => key === `khobbi_${stamp}`).group;
  assert.equal(await inGroup(), 'group');
  await page.getByRole('button', { name: 'Убрать группу «Подробно»' }).click();
  await saveSet(page);
  assert.equal(await inGroup(), 'main');
});

test('a manager has no settings', async () => {
  const page = await settings('anna');
  await page.getByText('Этот раздел — для администраторов').waitFor();
  assert.equal(await page.getByRole('navigation').getByText('Поля').count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Добавить поле' }).count(), 0);
});
