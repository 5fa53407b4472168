import type ru from './ru_access';
import type { Texts } from './texts';

const en: Texts<typeof ru> = {
  accessSettings: {
    title: 'Rights',
    hint: 'Who sees which deals and clients. Directors and admins see everything. What somebody does not see is not there for them: not on the board, nor in lists, sums or by a link.',
    of: 'Whose rights',
    forAdmins: 'This section is for admins',
    forAdminsHint: 'Rights are set by the admin of your company.',
    scopes: { all: 'All', team: "Their team's", own: 'Only their own' },
    deals: {
      title: 'Deals',
      hint: 'With a deal go its timeline, inquiries, tasks and approvals. Deals that nobody has are seen by the team.',
    },
    contacts: {
      title: 'Clients',
      hint: "Whoever takes part in a deal that is seen is always seen, and so is nobody's client who has no deals.",
    },
    companies: {
      title: 'Companies',
      hint: 'The company of a deal that is seen is always seen.',
    },
    owners: {
      title: 'Owner',
      allowed: 'May pass deals on to others',
      hint: 'Otherwise they cannot change the owner of a deal, nor create one for a colleague. They can still take and decline the deals that they are offered.',
    },
    export: {
      title: 'Export',
      allowed: 'May export lists to a file',
      hint: 'There is no export yet. It will ask for this right once there is.',
    },
    visibleTo: 'Who sees the field',
    editableBy: 'Who changes the field',
    rolesHint: 'Directors and admins always do.',
    save: 'Save',
    discard: 'Don’t save',
    changed: 'There are unsaved changes',
    saved: 'The rights are saved',
    stale:
      'While you were editing, somebody else has changed the rights. Load their changes: yours will stay, for you to check and save.',
    reload: 'Load',
    check: 'Check what is marked.',
  },
};

export default en;
