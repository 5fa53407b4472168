import { IconAppWindow, IconFilter, IconForms, IconUsers, IconVersions } from '@tabler/icons-react';

// What admins set up: in the sidebar, on a phone in the user's menu.
export const settingsItems = [
  { to: '/users', Icon: IconUsers, name: 'nav.users' },
  { to: '/settings/fields', Icon: IconForms, name: 'nav.fields' },
  { to: '/settings/pipelines', Icon: IconFilter, name: 'nav.pipelines' },
  { to: '/settings/forms', Icon: IconAppWindow, name: 'nav.forms' },
  { to: '/settings/configuration', Icon: IconVersions, name: 'nav.configuration' },
] as const;
