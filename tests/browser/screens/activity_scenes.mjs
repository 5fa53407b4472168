// Calls, messages and meetings on the card of a deal.
import { url } from '../support/browser.mjs';

const long = 'Сравнивает нас с двумя поставщиками из Екатеринбурга и просит отсрочку платежа на шестьдесят дней';

// A deal of which much was noted.
export async function prepareActivities(olga) {
  const deal = await olga.makeDeal('Дозвониться до снабженца', { stage: 'accepted' });
  const note = (activity) =>
    olga.change('ActivityService/CreateActivity', { activity: { dealId: deal.id, kind: 'KIND_CALL', ...activity } });
  await note({});
  await note({ direction: 'DIRECTION_INCOMING' });
  await note({ kind: 'KIND_MESSAGE', channel: 'CHANNEL_EMAIL', note: long });
  await note({ reached: true, channel: 'CHANNEL_VIDEO', duration: '1500s', note: `${long}.\n${long}.`, objection: 'Дорого, подумаю' });
  const { id } = await note({ kind: 'KIND_MEETING', reached: true, note: 'Ошиблись сделкой' });
  await olga.change('ActivityService/DeleteActivity', { activityId: id });
  return { deal };
}

const open = async (page, { activities }) => {
  await page.goto(`${url}/deals/${activities.deal.id}`);
  await page.locator('[role=dialog] li[data-kind=ACTIVITY]').first().waitFor();
};
const buttons = (page) => page.getByRole('group', { name: /^(Связь с клиентом|Contact with the client)$/ });
const form = (page) => page.getByRole('dialog').nth(1);

export const activityScenes = {
  'deal-activities': async (page, set) => {
    await open(page, set);
    await buttons(page).scrollIntoViewIfNeeded();
  },
  'activity-new': async (page, set) => {
    await open(page, set);
    await buttons(page).getByRole('button').last().click();
    await form(page).locator('textarea').waitFor();
  },
  'activity-refused': async (page, set) => {
    await activityScenes['activity-new'](page, set);
    await form(page).locator('input[type=datetime-local]').fill('2099-01-01T10:00');
    await form(page).locator('input[inputmode=decimal]').fill('много');
    await form(page).locator('button[type=submit]').click();
    await form(page).getByText(/^(Напишите, сколько минут|Enter how many minutes)/).waitFor();
  },
  'activity-edit': async (page, set) => {
    await open(page, set);
    await page.locator('li[data-activity] button').first().click();
    await form(page).locator('textarea').waitFor();
  },
  'activity-removal': async (page, set) => {
    await activityScenes['activity-edit'](page, set);
    await form(page).getByRole('button', { name: /^(Удалить|Delete)$/ }).click();
    await form(page).getByText(/^(Удалить эту запись|Delete this)\?/).waitFor();
  },
};
