import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { isForLeads } from './purposes';

const words = {
  deal: {
    label: 'deal.label',
    add: 'board.quickAdd',
    addIn: 'board.quickAddIn',
    addName: 'board.quickAddName',
    addHint: 'board.quickAddHint',
  },
  lead: {
    label: 'leads.label',
    add: 'leads.quickAdd',
    addIn: 'leads.quickAddIn',
    addName: 'leads.quickAddName',
    addHint: 'leads.quickAddHint',
  },
} as const;

// What the deals of a pipeline are called: deals or leads.
export const dealWords = (pipeline: Pick<Pipeline, 'purpose'> | undefined) =>
  words[pipeline && isForLeads(pipeline) ? 'lead' : 'deal'];
