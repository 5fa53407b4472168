// The card of a deal with many fields of the account's own.
import { newPhone } from '../support/api.mjs';
import { addFields, changeFieldSet } from '../support/fields.mjs';
import { long, openDeal } from './board_scene.mjs';

const groups = [
  { key: 'main', name: 'Основное' },
  { key: 'site', name: 'Объект, на который поставляем, и условия доставки до него' },
];
const choices = ['самовывоз', 'курьер', long].map((name, at) => ({ key: `choice_${at}`, name }));
const many = Array.from({ length: 30 }, (_, at) => ({ key: `choice_${at}`, name: `Вариант № ${at}: ${long}`.slice(0, at % 3 ? 14 : 120) }));
const valueOf = {
  ...{ TEXT: { text: long }, MULTILINE_TEXT: { text: `${long}.\n\n${long}` }, NUMBER: { number: '1234567.5' } },
  ...{ MONEY: { money: { minor: '1234567890', currency: 'USD' } }, DATE: { date: '2026-12-31' }, TIME: { time: '2026-12-31T07:30:00Z' } },
  ...{ YES_NO: { yes: false }, CHOICE: { choice: 'choice_1' }, CHOICES: { choices: { keys: ['choice_0', 'choice_1', 'choice_3'] } } },
  ...{ PHONE: { text: '+79161234567' }, EMAIL: { text: 'snabzhenie@ochen-dlinnyy-adres-stroitelnoy-kompanii.example.com' } },
  ...{ LINK: { text: `https://example.com/${'chertezh/'.repeat(12)}` }, ADDRESS: { text: 'Москва, ул. Большая Черкизовская, д. 125, корп. 3' } },
};

// Forty fields in the second pipeline, so that other stories do not meet them.
function fortyFields() {
  const kinds = Object.keys(valueOf);
  return Array.from({ length: 40 }, (_, at) => {
    const kind = kinds[at % kinds.length];
    return {
      ...{ key: `scene_${at}`, kind: `KIND_${kind}`, pipelines: ['repeat_sales'], group: at < 20 ? 'main' : 'site' },
      label: at % 7 ? `${kind.toLowerCase()} ${at}` : `${long.slice(0, 60)} ${at}`,
      hint: at % 5 ? '' : 'Спросите у клиента и запишите его словами: это увидят на производстве',
      ...(kind === 'CHOICE' && { choices }),
      ...(kind === 'CHOICES' && { choices: many }),
    };
  });
}

// A deal where every second field is filled in.
export async function prepareFields(admin, anna) {
  const added = fortyFields();
  await changeFieldSet(admin, 'ENTITY_DEAL', () => ({ groups }));
  await addFields(admin, 'ENTITY_DEAL', added);
  const contact = await anna.change('ContactService/CreateContact', { contact: { name: 'Ирина Соколова', phones: [newPhone()] } });
  const filled = added.filter((_, at) => at % 2 === 0 || at < 13);
  const fields = Object.fromEntries(filled.map(({ key, kind }) => [key, valueOf[kind.slice('KIND_'.length)]]));
  return anna.makeDeal('Сорок полей', { pipeline: 'repeat_sales', contactId: contact.id, fields });
}

export const dealFieldScenes = {
  'deal-fields': (page, { fieldDeal }) => openDeal(page, { deal: fieldDeal }),
  'deal-field': async (page, set) => {
    await dealFieldScenes['deal-fields'](page, set);
    await page.getByRole('button', { name: /^choices 8: / }).click();
    await page.getByRole('searchbox').scrollIntoViewIfNeeded();
  },
  'deal-field-refused': async (page, set) => {
    await dealFieldScenes['deal-fields'](page, set);
    await page.getByRole('button', { name: /^number 2: / }).click();
    await page.getByRole('textbox', { name: 'number 2' }).fill('много');
    await page.keyboard.press('Enter');
    await page.getByText(/^(Напишите число|Enter a number)/).scrollIntoViewIfNeeded();
  },
  'deal-fields-end': async (page, set) => {
    await dealFieldScenes['deal-fields'](page, set);
    await page.getByRole('button', { name: /^(Показать ещё|Show) / }).click();
    await page.getByText('date 30').scrollIntoViewIfNeeded();
  },
};
