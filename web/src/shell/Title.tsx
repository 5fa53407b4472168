import { useEffect } from 'react';
import { useCard } from '../cards/use_card';
import { dealName } from '../i18n/deal_name';
import { useTranslation } from '../i18n/translation';
import { useOfferCountOfMine } from '../offers/offers_to_me';
import { nameOfDeal } from '../pipelines/name_of_deal';
import { usePipelines } from '../pipelines/pipelines';
import { boardPath } from '../navigation/board_path';
import { ownRemarksPath } from '../navigation/remark_path';
import { taskTablePath } from '../navigation/table_path';
import { pageName } from '../page/page_name';
import { useObserved } from '../state/observable';
import { titleOf } from './title';

const sections: Partial<Record<string, string>> = {
  '/tasks': 'nav.tasks',
  [taskTablePath]: 'nav.tasks',
  '/offers': 'nav.offers',
  '/held-forms': 'nav.heldForms',
  '/unsorted': 'unsorted.title',
  '/settings/access': 'nav.access',
  '/settings/fields': 'nav.fields',
  '/settings/pipelines': 'nav.pipelines',
  '/settings/configuration': 'nav.configuration',
  '/settings/forms': 'nav.forms',
  '/settings/queues': 'nav.queues',
  '/first-steps': 'nav.firstSteps',
  '/notifications': 'notifications.title',
  [ownRemarksPath]: 'remarks.own',
};

function useSectionName(screen: string): string {
  const { t } = useTranslation();
  const pipelines = usePipelines().data ?? [];
  const section = sections[screen.replace(/^(\/settings\/\w+)\/.*/, '$1')];
  return section ? t(section) : (pipelines.find(({ key }) => boardPath(key) === screen)?.name ?? '');
}

function useDealName(dealId: bigint | undefined): string {
  const card = useCard(dealId ?? 0n);
  if (dealId === undefined) return '';
  const name = card?.deal ? nameOfDeal(card.deal) : dealName(dealId);
  return [name, card?.contactName].filter(Boolean).join(', ');
}

// The title of the tab.
export function Title({ screen, dealId }: { screen: string; dealId: bigint | undefined }) {
  const { t } = useTranslation();
  const section = useSectionName(screen);
  const page = useObserved(pageName);
  const title = titleOf(useOfferCountOfMine(), useDealName(dealId) || section || page, t('app.name'));
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => () => void (document.title = t('app.name')), [t]);
  return null;
}
