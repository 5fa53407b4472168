import type ru from './ru_first_steps';
import type { Texts } from './texts';

const en: Texts<typeof ru> = {
  firstSteps: {
    title: 'First steps',
    hint: 'Four steps, and inquiries from your site find managers by themselves. A step is ticked off as soon as it is done.',
    progress: '{{done}} of {{all}} done',
    done: 'done',
    todo: 'not done',
    people: {
      title: 'Invite colleagues',
      why: 'Inquiries go to people: as long as you are alone, there is nobody to pass them to.',
      act: 'To users',
    },
    queue: {
      title: 'Put a queue together',
      why: 'A queue decides who gets an inquiry, and how much time there is to take it.',
      act: 'To queues',
    },
    source: {
      title: 'Connect your site’s form',
      why: 'Through a form, an inquiry comes to Voronka at once, and nobody copies it by hand.',
      act: 'To forms',
    },
    inquiry: {
      title: 'Send a test inquiry',
      why: 'So you see the whole way as a client and a manager see it.',
      how: 'Fill in the form on your site as a client would: the board opens here by itself as soon as the inquiry comes.',
      act: 'To the board',
    },
    came: 'The inquiry has come: it is on the board',
    allDone: 'All set: inquiries come and are distributed',
    allDoneHint: 'This list is no longer in the menu.',
    hide: 'Remove from the menu',
    hideHint: 'You can come back here from the user menu.',
    show: 'Put back into the menu',
    hidden: 'This list is not in the menu of sections.',
    forAdmins: 'This section is for admins',
    forAdminsHint: 'The company’s admin sets it up.',
  },
};

export default en;
