// Clients on a site, each new to every story, and what became of what they sent.
import { newPhone } from './api.mjs';

export function newVisitor() {
  const phone = newPhone();
  return { name: `Пётр ${phone.slice(-7)}`, phone };
}

export async function dealsOf(person, visitor) {
  const { contacts = [] } = await person.call('ContactService/ListContacts', { phone: visitor.phone });
  const found = [];
  for (const stage of ['new', 'accepted']) {
    const { deals = [] } = await person.call('DealService/ListDeals', { pipeline: 'first_sales', stage });
    found.push(...deals.filter((deal) => contacts.some((contact) => contact.id === deal.contactId)));
  }
  return found;
}
