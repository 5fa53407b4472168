import type ru from './ru_leads';
import type { Texts } from './texts';

const en: Texts<typeof ru> = {
  leads: {
    label: 'Lead #{{id}}',
    quickAdd: 'New lead',
    quickAddIn: 'New lead in “{{stage}}”',
    quickAddName: 'Name of the lead',
    quickAddHint: 'May stay empty: then it is “Lead #n”',
    title: 'Lead',
    source: 'Made of the lead',
    sourceTimeline: 'Timeline of the lead',
    convert: 'Convert',
    convertTitle: 'A deal of the lead',
    convertHint: 'A deal is made of the lead: all that it has and its open tasks go along.',
    pipeline: 'Pipeline of the deal',
    firm: 'A company pays',
    company: 'Company',
    taxNumber: 'Tax number',
    nameRequired: 'Fill in the name',
    phoneRequired: 'Fill in the phone',
    companyRequired: 'Fill in the company',
    converted: 'The lead is now the deal “{{name}}”',
    convertedTo: 'Converted to the deal',
    undo: 'Bring the lead back',
    undone: 'The lead is open again',
    refuse: 'Refused',
    refuseTitle: 'Why the client refused',
    refuseHint: 'The contact stays, so that the client can be asked again.',
    askAgain: 'Remind me of the client later',
    askAgainText: 'Offer once more',
    refuseSubmit: 'Close the lead',
    refused: 'The lead is closed, the contact stays',
    timeline: {
      converted: 'A deal was made of the lead',
      madeOf: 'The deal was made of a lead',
      undone: 'The conversion of the lead was undone',
    },
  },
};

export default en;
