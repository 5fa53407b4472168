// Companies and contacts: on the card of a deal, and on pages of their own.
import { newPhone } from '../support/api.mjs';
import { url } from '../support/browser.mjs';
import { refused } from './answers.mjs';

const long = 'Общество с ограниченной ответственностью «Северо-Западная строительно-монтажная компания «Монолит-Комплект»';
const address = '190000, Санкт-Петербург, набережная канала Грибоедова, д. 125, лит. А, пом. 12-Н, офис 403';

// A deal with a company and several people, and one without.
export async function prepareClients(olga) {
  const company = await olga.change('CompanyService/CreateCompany', {
    company: {
      ...{ name: long, taxNumber: '7801234567', address, site: 'https://monolit-komplekt-severo-zapad.example/o-kompanii' },
      ...{ phones: [newPhone(), '+78121234567;ext=125'], emails: ['otdel-snabzheniya@monolit-komplekt-severo-zapad.example.com'] },
    },
  });
  const person = (name, more) =>
    olga.change('ContactService/CreateContact', { contact: { name, phones: [newPhone()], companyId: company.id, ...more } });
  const contact = await person('Константин Константинопольский-Задунайский', {
    ...{ jobTitle: 'Заместитель генерального директора по снабжению', timeZone: 'Asia/Kamchatka' },
    ...{ messengers: [`https://t.me/zadunaisky_${Date.now()}`], preferredChannel: 'CHANNEL_TELEGRAM' },
    ...{ preferredHours: 'после 18, не в среду' },
    doNotDisturb: { until: '2099-12-31T07:00:00Z', reason: 'На больничном, просил писать заместителю' },
  });
  const deal = await olga.makeDeal('Светильники для склада', {
    ...{ stage: 'accepted', contactId: contact.id, companyId: company.id },
    amount: { minor: '123456789050', currency: 'RUB' },
  });
  for (const [name, role] of [['Вера', 'бухгалтер'], ['Константин Константинопольский', 'принимает решение и подписывает договор'], ['Зоя', '']]) {
    const { id } = await person(name);
    await olga.change('DealContactService/CreateDealContact', { dealContact: { dealId: deal.id, contactId: id, role } });
  }
  const lost = await olga.makeDeal(`Кабель: ${long}`, { contactId: contact.id, companyId: company.id });
  await olga.change('DealService/MoveDeal', { dealId: lost.id, stage: 'lost', lossReason: 'other', lossComment: 'Переехали' });
  const claim = await olga.change('DealService/CreateLinkedDeal', { dealId: deal.id, deal: { pipeline: 'claims', name: `Рекламация: ${long}` } });
  for (let at = 0; at < 20; at++) await olga.makeDeal(`Поставка № ${at}`, { companyId: company.id });
  const double = await olga.change('CompanyService/CreateCompany', {
    company: { name: `${long}, ООО`, taxNumber: '7801234567', address: 'Санкт-Петербург', site: 'https://monolit.example' },
  });
  const merged = await person('Костя', { jobTitle: 'Снабжение' });
  await olga.change('MergeService/MergeContacts', { survivorContactId: contact.id, mergedContactId: merged.id });
  await olga.change('SharedPointService/MarkSharedPoint', { contactId: contact.id, phone: contact.phones[0] });
  return { company, contact, deal, claim, double, bare: await olga.makeDeal('Без компании') };
}

const openDeal = async (page, { id }) => {
  await page.goto(`${url}/deals/${id}`);
  await page.locator('[role=dialog] time').first().waitFor();
};
const block = (page) => page.getByRole('dialog').getByRole('region', { name: /^(Компания|Company)$/ });
const others = (page) => page.getByRole('dialog').getByRole('region', { name: /^(Ещё контакты|More contacts)$/ });
const linked = (page) => page.getByRole('dialog').getByRole('region', { name: /^(Связанные сделки|Linked deals)$/ });
const pageOf = async (page, path) => {
  await page.goto(url + path);
  await page.locator('[data-client-deal]').first().waitFor();
};

export const clientScenes = {
  'deal-company': async (page, { clients }) => {
    await openDeal(page, clients.deal);
    await block(page).scrollIntoViewIfNeeded();
    await others(page).getByRole('listitem').first().waitFor();
  },
  'deal-company-form': async (page, set) => {
    await clientScenes['deal-company'](page, set);
    await page.getByRole('button', { name: /^(Компания: Изменить|Company: Edit)$/ }).click();
  },
  'deal-company-search': async (page, { clients }) => {
    await openDeal(page, clients.bare);
    await block(page).getByRole('button').first().click();
    await block(page).getByRole('searchbox').fill('Северо-Зап');
    await block(page).locator('[data-company]').first().waitFor();
  },
  'deal-other-contact': async (page, { clients }) => {
    await openDeal(page, clients.deal);
    await others(page).getByRole('button', { name: /^(Добавить контакт|Add contact)$/ }).click();
  },
  'deal-linked': async (page, { clients }) => {
    await openDeal(page, clients.deal);
    await linked(page).locator('[data-linked-deal]').first().scrollIntoViewIfNeeded();
  },
  'deal-linked-form': async (page, { clients }) => {
    await openDeal(page, clients.deal);
    await linked(page).getByRole('button').last().click();
    await page.getByLabel(/^(Кто займётся|Who gets it)$/).waitFor();
  },
  'deal-source': async (page, { clients }) => {
    await openDeal(page, clients.claim);
    const source = page.getByRole('dialog').getByRole('region', { name: /^(По сделке|About the deal)$/ });
    await source.getByRole('button').click();
    await source.locator('ol > li').first().waitFor();
  },
  company: (page, { clients }) => pageOf(page, `/companies/${clients.company.id}`),
  'company-deal': async (page, set) => {
    await clientScenes.company(page, set);
    await page.getByRole('button', { name: /^(Новая сделка|New deal)$/ }).click();
  },
  'company-missing': async (page, { clients }) => {
    await refused(page, '**/GetCompany');
    await page.goto(`${url}/companies/${clients.company.id}`);
    await page.getByText(/^(Такой компании нет|Company not found)$/).waitFor();
  },
  'company-suspects': async (page, { clients }) => {
    await page.goto(`${url}/companies/duplicates`);
    await page.locator(`[data-suspect="${clients.double.id}"]`).waitFor();
  },
  'shared-points': async (page) => {
    await page.goto(`${url}/contacts/shared`);
    await page.locator('[data-point]').first().waitFor();
  },
  'company-merge': async (page, set) => {
    await clientScenes['company-suspects'](page, set);
    await page.locator(`[data-suspect="${set.clients.double.id}"]`).getByRole('button').last().click();
    await page.getByRole('dialog').getByRole('radio').first().waitFor();
  },
  'contact-duplicate': async (page, set) => {
    await clientScenes.contact(page, set);
    await page.locator('[data-merge]').first().waitFor();
    await page.getByRole('button', { name: /^(Объединить с дублем|Merge with a duplicate)$/ }).click();
  },
  contact: (page, { clients }) => pageOf(page, `/contacts/${clients.contact.id}`),
  'contact-form': async (page, set) => {
    await clientScenes.contact(page, set);
    await page.getByRole('button', { name: /^(Клиент: Изменить|Client: Edit)$/ }).click();
  },
};
