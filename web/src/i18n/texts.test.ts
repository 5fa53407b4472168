import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import en from './en';
import ru from './ru';

async function translator(lng: string, text: object) {
  const instance = createInstance();
  await instance.init({ lng, resources: { [lng]: { translation: text } } });
  return instance.t;
}

test('Russian counts in its three ways', async () => {
  const t = await translator('ru', ru);
  const counted = [1, 2, 5, 11, 21, 104].map((count) => t('board.deals', { count }));
  expect(counted).toEqual(['1 сделка', '2 сделки', '5 сделок', '11 сделок', '21 сделка', '104 сделки']);
});

test('English counts in its two ways', async () => {
  const t = await translator('en', en);
  expect([1, 2].map((count) => t('board.deals', { count }))).toEqual(['1 deal', '2 deals']);
});
