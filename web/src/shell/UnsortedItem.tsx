import { IconInbox } from '@tabler/icons-react';
import { useTranslation } from '../i18n/translation';
import { useFollowCount, useUnsortedCount } from '../unsorted/unsorted_query';
import { NavItem } from './NavItem';

// Leads to the inquiries that nobody has, with their number. Loaded apart from the first screen, as many accounts have
// none.
export function UnsortedItem({ screen }: { screen: string }) {
  const { t } = useTranslation();
  const count = useUnsortedCount();
  useFollowCount();
  return (
    <NavItem
      to="/unsorted"
      icon={<IconInbox size={18} aria-hidden="true" />}
      text={t('unsorted.title')}
      current={screen === '/unsorted'}
      alert={{ count, text: t('unsorted.count', { count }) }}
    />
  );
}
