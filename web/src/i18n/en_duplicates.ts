import type ru from './ru_duplicates';
import type { Texts } from './texts';

const en: Texts<typeof ru> = {
  duplicates: {
    block: 'Duplicates',
    title: 'Merge duplicates',
    merge: 'Merge',
    dismiss: 'Not the same',
    mergeWith: 'Merge with a duplicate',
    find: 'Find',
    sought: { contact: 'The duplicate’s phone, email or number', company: 'The duplicate’s name, tax ID or number' },
    survivor: 'Stays',
    duplicate: 'Duplicate',
    swap: 'Swap',
    explanation:
      'The duplicate’s phones, emails, messengers, deals, tasks, calls and files go to the one that stays. It takes from the duplicate what it lacks. The merge can be undone.',
    merged: 'Merged: “{{name}}”',
    undo: 'Undo the merge',
    undone: 'The merge was undone',
    undoneButDeals: 'The merge was undone. Deals {{deals}} have changed since and stay as they are.',
    undoneButChanges: 'The merge was undone. What has changed since stays as it is.',
    was: 'Merged duplicate “{{name}}”',
    wasUndone: 'undone',
    entryMerged: 'Duplicates merged: {{text}}',
    entryUndone: 'Merge undone: {{text}}',
    possible: 'Possible duplicates',
    suspects: { contact: 'Possible duplicates of contacts', company: 'Possible duplicates of companies' },
    others: { contact: 'Duplicates of companies', company: 'Duplicates of contacts' },
    hint: 'These are alike: check them, and merge them.',
    none: 'None are alike.',
    reasons: {
      other: 'something in common',
      phone: 'same phone',
      email: 'same email',
      taxNumber: 'same tax ID',
      name: 'same name',
      nameAndCity: 'same name and city: maybe namesakes',
    },
    shared: 'Shared number',
    sharedBlock: 'Whose numbers these are',
    sharedPage: 'Shared numbers and emails',
    noneShared: 'There are no shared numbers or emails. A number is marked on the page of its contact.',
    nobodys: 'nobody has it',
    unmark: 'Remove the mark',
    sharedHint: 'Nobody is recognized by a shared number or email: anybody may give it.',
  },
};

export default en;
