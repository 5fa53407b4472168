import { genitive } from '../i18n/genitive';

const ru = {
  taken: (deal: string) => `Сделка #${deal} ваша`,
  passed: (deal: string, name: string) => `Сделка #${deal} уже у ${name ? genitive(name) : 'другого'}`,
  late: (deal: string) => `Сделка #${deal}: время, чтобы взять, вышло`,
  unanswered: 'Нет связи: откройте Voronka',
  loggedOut: 'Не получилось: войдите в Voronka',
  refused: (text: string) => `Не получилось: ${text}`,
};

const en: typeof ru = {
  taken: (deal) => `Deal #${deal} is yours`,
  passed: (deal, name) => `Deal #${deal} is ${name ? `with ${name}` : 'somebody else’s'} already`,
  late: (deal) => `Deal #${deal}: the time to take it is over`,
  unanswered: 'No connection: open Voronka',
  loggedOut: 'That did not work: log in to Voronka',
  refused: (text) => `That did not work: ${text}`,
};

export type Words = typeof ru;

export const wordsIn = (language: string): Words => (language === 'ru' ? ru : en);
