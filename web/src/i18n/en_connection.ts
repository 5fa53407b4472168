import type ru from './ru_connection';
import type { Texts } from './texts';

const en: Texts<typeof ru> = {
  connection: {
    lost: 'You’re offline. Deal moves, notes, calls and new tasks are kept and sent once you’re back online. Nothing else is saved for now.',
    lostBrief: 'You’re offline. Stages, notes, calls and tasks are sent later; nothing else is saved.',
    down: {
      crm: 'Deals and tasks don’t open at the moment: the server isn’t answering. Deal moves, notes, calls and new tasks are kept and sent once it does.',
      distribution: 'Inquiries aren’t being offered at the moment. None is lost: managers will get them later.',
      notifier:
        'Reminders and notifications aren’t arriving at the moment. What’s due is in Tasks; what you missed will come later.',
    },
    waitingTakes_one: '{{count}} inquiry waiting to be taken',
    waitingTakes_other: '{{count}} inquiries waiting to be taken',
    waiting_one: '{{count}} move waiting to be sent',
    waiting_other: '{{count}} moves waiting to be sent',
    waitingNotes_one: '{{count}} note waiting to be sent',
    waitingNotes_other: '{{count}} notes waiting to be sent',
    waitingTasks_one: '{{count}} task waiting to be sent',
    waitingTasks_other: '{{count}} tasks waiting to be sent',
    tooOld: 'These changes are over two days old and weren’t sent:',
    move: '“{{name}}” → “{{stage}}”',
    take: 'Take “{{name}}”',
    note: '“{{name}}”: {{text}}',
  },
};

export default en;
