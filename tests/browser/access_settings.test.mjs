// Where an admin decides what managers see, and what comes of it on their board at once.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { card, moveByKeys, openBrowser, pageOf, url } from './support/browser.mjs';
import { openDeal, rowOf } from './support/field_rows.mjs';
import { addFields, changeFieldSet } from './support/fields.mjs';
import { fields, leave, pipelineWithRules } from './support/rules.mjs';

const browser = await openBrowser();
const [admin, anna, boris] = await Promise.all(['admin', 'anna', 'boris'].map((who) => Person.logIn(who)));
const stamp = Date.now();

// Whose stages ask for a field that not everybody may change.
const { pipeline, makeDeal, isOn, boardOf } = await pipelineWithRules(browser, admin, anna);

const accessOf = async (role) => {
  const { roleAccess } = await admin.call('RoleAccessService/ListRoleAccess', {});
  return roleAccess.find((access) => access.role === role);
};
const limit = (deals) =>
  admin.change('RoleAccessService/UpdateRoleAccess', { roleAccess: { role: 'ROLE_MANAGER', deals } });

const letHeadsChooseOwners = () =>
  admin.change('RoleAccessService/UpdateRoleAccess', { roleAccess: { role: 'ROLE_HEAD_OF_SALES' } });

// Other stories need everybody to see and to do everything.
after(() => Promise.all([limit('READ_SCOPE_ALL'), letHeadsChooseOwners()]));

async function settings(who) {
  const page = await pageOf(browser, who);
  await page.goto(`${url}/settings/access`);
  await page.locator('main h1').waitFor();
  return page;
}

test('an admin limits managers to their own deals, and their boards show no others', async () => {
  const foreign = await boris.makeDeal(`Чужая ${stamp}`, { stage: 'accepted' });
  const own = await anna.makeDeal(`Своя ${stamp}`, { stage: 'accepted' });
  const board = await pageOf(browser, 'anna');
  await board.getByText('Все', { exact: true }).first().click();
  await card(board, foreign).waitFor();

  const page = await settings('admin');
  const deals = page.getByRole('region', { name: 'Сделки' });
  await deals.getByText('Только свои').click();
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await page.getByRole('status').getByText('Права сохранены').first().waitFor();
  assert.equal((await accessOf('ROLE_MANAGER')).deals, 'READ_SCOPE_OWN');

  await card(board, foreign).waitFor({ state: 'detached' });
  await card(board, own).waitFor();
  await assert.rejects(anna.getDeal(foreign), /404/);
});

test('a deal that is given away leaves the board of whoever had it', async () => {
  await limit('READ_SCOPE_OWN');
  const deal = await anna.makeDeal(`Уходит ${stamp}`, { stage: 'accepted' });
  const board = await pageOf(browser, 'anna');
  await card(board, deal).waitFor();
  await admin.change('DealService/ReassignDeal', { dealId: deal.id, userId: boris.id });
  await card(board, deal).waitFor({ state: 'detached' });
  await assert.rejects(anna.getDeal(deal), /404/);
});

test('an admin keeps heads of sales from passing deals on, and their cards offer it no more', async () => {
  const deal = await anna.makeDeal(`Остаётся ${stamp}`, { stage: 'accepted' });
  const dialog = await openDeal(await pageOf(browser, 'olga'), deal);
  const picker = dialog.getByLabel('Ответственный', { exact: true });
  await picker.waitFor();

  const page = await settings('admin');
  await page.getByRole('radiogroup', { name: 'Чьи права' }).getByText('Руководитель отдела продаж').click();
  await page.getByLabel('Может передавать сделки другим').uncheck();
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await page.getByRole('status').getByText('Права сохранены').first().waitFor();
  assert.equal((await accessOf('ROLE_HEAD_OF_SALES')).ownerChangeForbidden, true);

  await picker.waitFor({ state: 'detached' });
  const olga = await Person.logIn('olga');
  await assert.rejects(
    olga.change('DealService/ReassignDeal', { dealId: deal.id, userId: boris.id }),
    /403.*OWNER_CHANGE_FORBIDDEN/,
  );
});

test('a field for heads of sales is read by managers, who are told who fills it in', async () => {
  const discount = { key: 'story_discount', kind: 'KIND_TEXT', label: 'Скидка', pipelines: [pipeline.key] };
  await addFields(admin, 'ENTITY_DEAL', [{ ...discount, editableBy: ['ROLE_HEAD_OF_SALES'] }]);
  await pipeline.setRules({ work: [leave(fields('deal.story_discount'))] });
  await pipeline.change(() => ({ quickAddFields: ['deal.name', 'deal.story_discount'] }));
  const deal = await makeDeal('Со скидкой');
  const page = await boardOf('anna');
  const row = rowOf(await openDeal(page, deal), 'Скидка');
  await row.getByText('Меняет: Руководитель отдела продаж').waitFor();
  assert.equal(await row.getByRole('button').count(), 0);

  await page.goto(`${url}/board/${pipeline.key}`);
  const column = page.locator('section[data-stage=work]');
  await column.getByRole('button', { name: /^Новая сделка в этапе/ }).click();
  const asked = column.locator('[data-field="deal.story_discount"]');
  await asked.getByText('Заполняет: Руководитель отдела продаж').waitFor();
  assert.equal(await asked.getByRole('textbox').count(), 0);

  await moveByKeys(page, deal, 'Сделали предложение');
  const form = page.getByRole('dialog', { name: /заполните недостающее$/ });
  await form.getByText('Заполняет: Руководитель отдела продаж').waitFor();
  const move = form.locator('button[type=submit]');
  assert.equal(await move.isDisabled(), true);

  // As soon as the head of sales has filled it in, the deal can go on.
  const olga = await Person.logIn('olga');
  const change = { deal: { fields: { story_discount: { text: '5 %' } } }, updateMask: 'fields.story_discount' };
  await olga.change('DealService/UpdateDeal', { dealId: deal.id, ...change });
  await page.getByText('Всё заполнено. Теперь сделку можно перенести.').waitFor();
  await move.click();
  await isOn(deal, 'offer');
  await pipeline.change(() => ({ quickAddFields: [] }));
});

test('a client’s name that is for heads of sales is only read in the client’s form', async () => {
  const entity = 'ENTITY_CONTACT';
  const nameFor = (editableBy) =>
    changeFieldSet(admin, entity, (set) => ({
      fields: set.fields.map((field) => (field.key === 'name' ? { ...field, editableBy } : field)),
    }));
  const contact = await anna.change('ContactService/CreateContact', { contact: { name: 'Ирина', phones: [newPhone()] } });
  const deal = await anna.makeDeal(`Имя ${stamp}`, { contactId: contact.id });
  await nameFor(['ROLE_HEAD_OF_SALES']);
  try {
    const dialog = await openDeal(await pageOf(browser, 'anna'), deal);
    await dialog.getByRole('button', { name: /^Клиент: Изменить$/ }).click();
    const name = dialog.getByLabel('Имя', { exact: true });
    await dialog.getByText('Меняет: Руководитель отдела продаж').waitFor();
    assert.equal(await name.getAttribute('readonly'), '');
    await dialog.getByLabel('Должность', { exact: true }).fill('Бухгалтер');
    await dialog.getByRole('button', { name: 'Сохранить', exact: true }).click();
    await dialog.getByText('Бухгалтер').waitFor();
  } finally {
    await nameFor([]);
  }
});

test('others cannot change rights', async () => {
  const page = await settings('anna');
  await page.getByText('Этот раздел — для администраторов').waitFor();
});
