import { DealLink } from '../deal/DealLink';
import { TimelineRow } from '../deal/TimelineRow';
import type { TimelineEntry } from '../gen/voronka/crm/v1/timeline_pb';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import rows from '../style/rows.module.css';
import { useClientTimeline, type ListedDeal } from './client_history';
import type { Whose } from './client_deals';
import styles from './client_pages.module.css';
import { Pages } from './Pages';

// An entry under the name of its deal.
function Entry({ entry, deal }: { entry: TimelineEntry; deal: ListedDeal | undefined }) {
  return (
    <li className={styles.entry} data-entry={entry.id}>
      <p className={rows.when}>
        <DealLink id={entry.dealId} name={deal?.name} />
      </p>
      <ul className={styles.said}>
        <TimelineRow entry={entry} dealPipeline={deal?.pipeline ?? ''} />
      </ul>
    </li>
  );
}

// What happened in any deal of the client, newest first.
export function ClientTimeline({ whose }: { whose: Whose }) {
  const { t } = useTranslation();
  const timeline = useClientTimeline(whose);
  const pages = timeline.data?.pages ?? [];
  const deals = new Map(pages.flatMap((page) => page.deals.map((deal) => [deal.id, deal] as const)));
  const isWhole = !timeline.hasNextPage && pages.length > 0;
  return (
    <Block title={t('history.timeline')}>
      <Pages
        query={timeline}
        items={pages.flatMap(({ entries }) =>
          entries.map((entry) => <Entry key={String(entry.id)} entry={entry} deal={deals.get(entry.dealId)} />),
        )}
        none={t('history.nothing')}
      />
      {isWhole && pages[0]?.leavesOutOlderDeals && <p className={rows.none}>{t('history.older')}</p>}
    </Block>
  );
}
