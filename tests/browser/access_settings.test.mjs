// Where an admin decides what managers see, and what comes of it on their board at once.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Person } from './support/api.mjs';
import { card, openBrowser, pageOf, url } from './support/browser.mjs';
import { openDeal } from './support/field_rows.mjs';

const browser = await openBrowser();
const [admin, anna, boris] = await Promise.all(['admin', 'anna', 'boris'].map((who) => Person.logIn(who)));
const stamp = Date.now();

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

test('others cannot change rights', async () => {
  const page = await settings('anna');
  await page.getByText('Этот раздел — для администраторов').waitFor();
});
