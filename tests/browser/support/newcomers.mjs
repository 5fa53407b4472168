// Users who are new to every story.
import { loginOf, password, url } from './browser.mjs';

let number = 0;

// As a story logs in: see `loginOf`.
export const newWho = () => `novichok${Date.now()}${(number += 1)}`;

async function create(admin, displayName, how) {
  const who = newWho();
  const user = { displayName, login: loginOf(who), role: 'ROLE_MANAGER' };
  return { ...(await admin.change('UserService/CreateUser', { user, ...how })), who };
}

export const hire = (admin, displayName) => create(admin, displayName, { password });

// Has no password yet.
export const invite = (admin, displayName) => create(admin, displayName, {});

// Through which the user sets a password.
export async function linkFor(admin, { id }) {
  const { token } = await admin.call('UserService/CreatePasswordLink', { userId: id });
  return `${url}/join#${token}`;
}

// On the page of a link.
export async function choosePassword(page, chosen) {
  await page.fill('[name=new-password]', chosen);
  await page.fill('[name=repeated-password]', chosen);
  await page.getByRole('button', { name: 'Сохранить пароль' }).click();
}
