// Companies and contacts of a story's own, and where a card shows them.
import { newPhone } from './api.mjs';

let number = 0;
export const newName = (word) => `ООО «${word} ${Date.now()}${(number += 1)}»`;
export const newTaxNumber = () => String(Math.floor(1e9 + Math.random() * 8e9));

// Those that this person makes and reads.
export function clientsOf(person) {
  return {
    makeCompany: (company) => person.change('CompanyService/CreateCompany', { company }),
    makeContact: (name, more = {}) =>
      person.change('ContactService/CreateContact', { contact: { name, phones: [newPhone()], ...more } }),
    companyOf: async (deal) => {
      const { companyId } = await person.getDeal(deal);
      return companyId ? person.call('CompanyService/GetCompany', { companyId }) : undefined;
    },
    othersOf: async (deal) =>
      (await person.call('DealContactService/ListDealContacts', { dealId: deal.id })).dealContacts ?? [],
  };
}

export const blockIn = (dialog) => dialog.getByRole('region', { name: 'Компания', exact: true });
export const othersIn = (dialog) => dialog.getByRole('region', { name: 'Ещё контакты' });
export const look = (place, words) => place.getByRole('searchbox', { name: 'Компания' }).fill(words);
