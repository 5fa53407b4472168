import type { TFunction } from 'i18next';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { boardPath } from '../navigation/board_path';
import { ownRemarksPath } from '../navigation/remark_path';
import { tablePath } from '../navigation/table_path';
import { leads } from '../people/rights';
import { hasIncoming } from '../pipelines/stages';
import type { Page } from '../search/SearchDialog';
import { settingsItems } from './settings_items';

// The pages that the user may open, as the navigation calls them.
export function searchPages(user: User, pipelines: Pipeline[], t: TFunction): Page[] {
  const forLeaders = [
    { to: '/held-forms', name: t('nav.heldForms') },
    { to: '/offers', name: t('nav.offers') },
  ];
  return [
    ...pipelines.map(({ key, name }) => ({ to: boardPath(key), name })),
    { to: tablePath(''), name: t('tables.allDeals') },
    ...(pipelines.some(hasIncoming) ? [{ to: '/unsorted', name: t('unsorted.title') }] : []),
    { to: '/tasks', name: t('nav.tasks') },
    { to: '/contacts', name: t('clientLists.contacts') },
    { to: '/companies', name: t('clientLists.companies') },
    ...(leads(user) ? forLeaders : []),
    ...settingsItems.filter(({ isFor }) => isFor(user)).map(({ to, name }) => ({ to, name: t(name) })),
    { to: '/profile', name: t('nav.profile') },
    { to: '/notifications', name: t('notifications.title') },
    { to: ownRemarksPath, name: t('remarks.own') },
  ];
}
