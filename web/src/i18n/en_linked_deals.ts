import type ru from './ru_linked_deals';
import type { Texts } from './texts';

const en: Texts<typeof ru> = {
  linked: {
    title: 'Linked deals',
    claim: 'Claim',
    other: 'Linked deal…',
    source: 'About the deal',
    sourceTimeline: 'Timeline of that deal',
    pipeline: 'Pipeline',
    whose: 'Who gets it',
    inTurn: 'In turn',
    inTurnHint: 'The queue of the first stage offers the deal in turn. Without a queue, nobody is responsible yet.',
    me: 'Me',
    make: 'Create',
  },
};

export default en;
