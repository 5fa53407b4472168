// People whose browsers get pushes, and what they do about them.
import { Person } from './api.mjs';
import { url } from './browser.mjs';
import { eventually } from './eventually.mjs';
import { hire } from './newcomers.mjs';
import { closeVoronka, enter, sessionIn, subscribablePage } from './pushes.mjs';

const buttons = ['ACTION_COMPLETE', 'ACTION_SNOOZE', 'ACTION_HIDE'].map((action) => ({ action, title: action }));

// Somebody new to every story, in a browser of their own, and what they do through the API.
export const hiring = (browser, admin) =>
  async function newcomer(name, { closed = false, ...options } = {}) {
    const { who } = await hire(admin, name);
    const person = await Person.logIn(who);
    const page = await subscribablePage(browser, options);
    await enter(page, who);
    const context = page.context();
    const sessionId = await sessionIn(context);
    if (closed) await closeVoronka(page);
    return { who, person, page, context, sessionId };
  };

export const listed = async (person) => (await person.inbox('ListNotifications', { pageSize: 50 })).notifications ?? [];

const hourMs = 3_600_000;

// A reminder that has come, an hour before its task is due, and the message that would be pushed of it.
export async function reminded({ person, sessionId }, text, kept = { about: 'deal' }) {
  const deal = kept.about === 'deal' ? await person.makeDeal(`О чём: ${text}`) : undefined;
  const dueTime = new Date(Date.now() + hourMs + 1_000).toISOString();
  const task = { dealId: deal?.id, text, dueTime, reminders: { before: ['3600s'] } };
  await person.change('TaskService/CreateTask', { task });
  const told = await eventually(async () => (await listed(person)).find((one) => one.text.includes(text)));
  const { id: notificationId, occurrence, kind, taskId } = told;
  const message = { notificationId, occurrence, kind, text, dealId: deal?.id, taskId, buttons, sound: true, sessionId };
  const now = async () => (await listed(person)).find(({ id }) => id === told.id);
  return { deal, message, told: now, state: async () => (await now())?.state };
}

export const bell = (page) => page.getByRole('button', { name: /уведомлени/i }).first();

export const devicesOf = async (person) => (await person.notifier('DeviceService/ListDevices')).devices ?? [];

// In the settings. Returns the device that it has become.
export async function turnOn({ page, person }) {
  await page.goto(`${url}/notifications`);
  await page.getByRole('button', { name: 'Включить' }).click();
  await page.getByText('уведомления приходят, даже когда Voronka закрыта').waitFor();
  return (await devicesOf(person))[0];
}
