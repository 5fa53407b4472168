// «Неразобранное»: inquiries that nobody has yet.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const [admin, anna, olga] = [await Person.logIn('admin'), await Person.logIn('anna'), await Person.logIn('olga')];
const key = `unsorted_${Date.now()}`;
await StoryPipeline.create(admin, key, 'Заявки истории');

async function inquire(text) {
  const sent = { values: { Город: 'Казань' } };
  const inquiry = { source: 'SOURCE_SITE', clientName: 'Пётр Ничей', phone: newPhone(), text, sent };
  const { dealId } = await admin.change('InquiryService/SubmitInquiry', { inquiry, pipeline: key });
  return { id: dealId };
}

const rowOf = (page, deal) => page.locator(`[data-unsorted="${deal.id}"]`);
const press = (row, name) => row.getByRole('button', { name, exact: true }).click();
const show = (page, name) => page.getByText(name, { exact: true }).click();

async function listOf(who) {
  const page = await pageOf(browser, who);
  await page.getByRole('navigation').getByRole('link', { name: /^Неразобранное/ }).click();
  return page;
}

// Whoever has it, and where.
const placeOf = async (deal) => {
  const { responsibleUserId = '0', stage = '' } = await admin.getDeal(deal);
  return [responsibleUserId, stage];
};

test('a manager sees what the client sent, accepts it, and can take that back', async () => {
  const deal = await inquire('Хочу стать дилером');
  const page = await listOf('anna');
  const row = rowOf(page, deal);
  await row.getByText('Хочу стать дилером').waitFor();
  await row.getByTitle('Из формы').getByText('Казань').waitFor();
  await press(row, 'Принять');
  await row.waitFor({ state: 'detached' });
  assert.deepEqual(await placeOf(deal), [anna.id, 'work']);
  await page.getByRole('button', { name: 'Отменить', exact: true }).click();
  await row.waitFor();
  assert.deepEqual(await placeOf(deal), ['0', 'new']);
});

test('an inquiry is accepted on its card, too', async () => {
  const deal = await inquire('Сколько стоит доставка?');
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/deals/${deal.id}`);
  const strip = page.getByRole('dialog').getByRole('region', { name: 'Неразобранное' });
  await press(strip, 'Принять');
  await strip.waitFor({ state: 'detached' });
  assert.deepEqual(await placeOf(deal), [anna.id, 'work']);
});

test('what one takes, the other sees go, and is told who has it', async () => {
  const deal = await inquire('Нужен прайс');
  const [annas, olgas] = [await listOf('anna'), await listOf('olga')];
  await rowOf(olgas, deal).waitFor();
  await press(rowOf(annas, deal), 'Принять');
  await rowOf(olgas, deal).getByText(/^Уже взяли: /).waitFor();
  await rowOf(olgas, deal).waitFor({ state: 'detached' });
  await assert.rejects(olga.change('UnsortedService/AcceptUnsorted', { dealId: deal.id }), /ALREADY_SORTED/);
});

test('an inquiry from elsewhere is hidden from one alone, by a key', async () => {
  const deal = await inquire('Мы из Владивостока');
  const page = await listOf('anna');
  await rowOf(page, deal).focus();
  await page.keyboard.press('h');
  await rowOf(page, deal).waitFor({ state: 'detached' });
  const others = await listOf('olga');
  await rowOf(others, deal).waitFor();
  await show(page, 'Скрытые мной');
  await press(rowOf(page, deal), 'Вернуть в список');
  await rowOf(page, deal).waitFor({ state: 'detached' });
  await show(page, 'Ждут');
  await rowOf(page, deal).waitFor();
});

test('an inquiry is declined for all with a reason, and whoever leads can return it', async () => {
  const deal = await inquire('Купите у нас рекламу');
  const page = await listOf('anna');
  await press(rowOf(page, deal), 'Отклонить…');
  const dialog = page.getByRole('dialog', { name: 'Отклонить заявку для всех' });
  await press(dialog, 'Отклонить');
  await dialog.getByText('Укажите причину отказа.').waitFor();
  await dialog.getByRole('combobox').selectOption({ label: 'Другое' });
  await press(dialog, 'Отклонить');
  await rowOf(page, deal).waitFor({ state: 'detached' });
  const leading = await listOf('admin');
  await show(leading, 'Отклонённые');
  await rowOf(leading, deal).getByText(/^Отклонено: .*, Другое/).waitFor();
  await press(rowOf(leading, deal), 'Вернуть в «Неразобранное»');
  await rowOf(page, deal).waitFor();
});

test('an inquiry joins the deal that it belongs to', async () => {
  const target = await anna.makeDeal(`Договор дилера ${Date.now()}`);
  const deal = await inquire('Это снова мы, с другого телефона');
  const page = await listOf('olga');
  await press(rowOf(page, deal), 'К сделке…');
  const dialog = page.getByRole('dialog', { name: 'Присоединить к сделке' });
  await dialog.getByRole('textbox').fill(`#${target.id}`);
  await dialog.getByText(target.name).waitFor();
  await press(dialog, 'Присоединить');
  await rowOf(page, deal).waitFor({ state: 'detached' });
  const { inquiries } = await anna.call('InquiryService/ListInquiries', { dealId: target.id });
  assert.equal(inquiries[0].text, 'Это снова мы, с другого телефона');
  await eventually(async () => {
    const { notifications = [] } = await anna.inbox('ListNotifications', { pageSize: 20 });
    return notifications.some(({ kind, dealId }) => kind === 'KIND_CLIENT_WROTE' && dealId === target.id);
  });
  await page.goto(`${url}/deals/${deal.id}`);
  await page.getByText('Заявка из этой сделки присоединена к другой:').waitFor();
});
