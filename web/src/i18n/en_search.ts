import type ru from './ru_search';
import type { Texts } from './texts';

const en: Texts<typeof ru> = {
  search: {
    title: 'Search',
    label: 'What to find',
    placeholder: 'Name, phone, email, tax number, #…',
    shortcut: 'search everything',
    results: 'Results',
    recent: 'Recent',
    commands: 'Commands and pages',
    kinds: { deal: 'Deals', contact: 'Contacts', company: 'Companies', task: 'Tasks' },
    number: 'Number',
    text: 'Text',
    closed: 'closed',
    done: 'done',
    noName: 'No name',
    searching: 'Searching…',
    nothing: 'Nothing found',
    nothingHint: 'Check for typos, or type fewer words.',
    start: 'Start typing: words in any order; of a phone, the last four digits will do.',
    count_one: '{{count}} found',
    count_other: '{{count}} found',
    newDeal: 'New deal',
    newDealIn: 'Goes to the pipeline “{{name}}”',
    makeDeal: 'Create the deal',
    overdue: 'My overdue tasks',
  },
};

export default en;
