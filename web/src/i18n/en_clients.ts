import type ru from './ru_clients';
import type { Texts } from './texts';

const en: Texts<typeof ru> = {
  clients: {
    company: 'Company',
    jobTitle: 'Job title',
    taxNumber: 'Tax number',
    site: 'Website',
    address: 'Address',
    nameOrNumber: 'Name or tax number',
    newCompany: 'New company “{{name}}”',
    newCompanyWith: 'New company with tax number {{taxNumber}}',
    clearCompany: 'Remove the company',
    addCompany: 'Add company',
    replaceCompany: 'Replace',
    detachCompany: 'Detach',
    noCompany: 'No company',
    changedMeanwhile: 'While you were typing, “{{field}}” changed to “{{value}}”.',
    others: 'More contacts',
    addContact: 'Add contact',
    role: 'Role in the deal',
    roleOf: 'Role in the deal, {{name}}',
    makeMain: 'Make main',
    makeMainOf: 'Make main: {{name}}',
    removeContact: 'Remove from the deal: {{name}}',
    contactRemoved: '{{name}} was removed from the deal',
    returnContact: 'Undo',
    details: { contact: 'Client', company: 'Company' },
    missing: { contact: 'Client not found', company: 'Company not found' },
    people: 'People',
    noPeople: 'Clients who have this company show up here.',
    deals: 'Deals',
    noDeals: 'No deals yet.',
    newDeal: 'New deal',
    pipeline: 'Pipeline',
    won: 'Won',
    lost: 'Lost',
  },
};

export default en;
