import { genitive } from '../i18n/genitive';

const ru = {
  taken: (deal: string) => `Сделка #${deal} ваша`,
  passed: (deal: string, name: string) => `Сделка #${deal} уже у ${name ? genitive(name) : 'другого'}`,
  late: (deal: string) => `Сделка #${deal}: время, чтобы взять, вышло`,
  noConnection: 'Нет связи',
  busy: 'Сервер занят',
  again: (hindrance: string) => `${hindrance}, не получилось. Попробуйте ещё раз`,
  over: (hindrance: string) => `${hindrance}, не получилось, а время уже вышло`,
  loggedOut: 'Не получилось: войдите в Voronka',
  refused: (text: string) => `Не получилось: ${text}`,
};

const en: typeof ru = {
  taken: (deal) => `Deal #${deal} is yours`,
  passed: (deal, name) => `Deal #${deal} is ${name ? `with ${name}` : 'somebody else’s'} already`,
  late: (deal) => `Deal #${deal}: the time to take it is over`,
  noConnection: 'No connection',
  busy: 'The server is busy',
  again: (hindrance) => `${hindrance}, that did not work. Try again`,
  over: (hindrance) => `${hindrance}, that did not work, and the time is over`,
  loggedOut: 'That did not work: log in to Voronka',
  refused: (text) => `That did not work: ${text}`,
};

export type Words = typeof ru;

export const wordsIn = (language: string): Words => (language === 'ru' ? ru : en);
