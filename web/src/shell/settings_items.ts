import {
  IconAppWindow,
  IconEye,
  IconFilter,
  IconForms,
  IconUsers,
  IconUsersGroup,
  IconVersions,
} from '@tabler/icons-react';
import { editsQueues, isAdmin } from '../people/rights';

// What is set up, and by whom: in the sidebar, on a phone in the user's menu.
export const settingsItems = [
  { to: '/users', Icon: IconUsers, name: 'nav.users', isFor: isAdmin },
  { to: '/settings/access', Icon: IconEye, name: 'nav.access', isFor: isAdmin },
  { to: '/settings/fields', Icon: IconForms, name: 'nav.fields', isFor: isAdmin },
  { to: '/settings/pipelines', Icon: IconFilter, name: 'nav.pipelines', isFor: isAdmin },
  { to: '/settings/queues', Icon: IconUsersGroup, name: 'nav.queues', isFor: editsQueues },
  { to: '/settings/forms', Icon: IconAppWindow, name: 'nav.forms', isFor: isAdmin },
  { to: '/settings/configuration', Icon: IconVersions, name: 'nav.configuration', isFor: isAdmin },
] as const;
