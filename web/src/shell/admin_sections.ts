import { IconAppWindow, IconFilter, IconForms, IconUsers } from '@tabler/icons-react';

// What admins set up: among the sections, or on a phone in the user's menu.
export const adminSections = [
  { to: '/users', Icon: IconUsers, text: 'nav.users' },
  { to: '/settings/fields', Icon: IconForms, text: 'nav.fields' },
  { to: '/settings/pipelines', Icon: IconFilter, text: 'nav.pipelines' },
  { to: '/settings/forms', Icon: IconAppWindow, text: 'nav.forms' },
] as const;
