import { Skeleton } from '@mantine/core';
import { useFailure } from '../api/use_failure';
import { Failure } from '../components/Failure';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { ActivityButtons } from './ActivityButtons';
import { useTimeline } from './deal_query';
import { NoteForm } from './NoteForm';
import styles from './Timeline.module.css';
import { TimelineRow } from './TimelineRow';

// Notes and everything that happened to the deal, newest first.
export function Timeline({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const timeline = useTimeline(deal.id);
  const failure = useFailure(timeline);
  return (
    <section className={styles.timeline} aria-label={t('deal.timeline')}>
      <NoteForm deal={deal} />
      <ActivityButtons deal={deal} />
      {/* Can be focused, so that the arrow keys scroll it: often nothing in it takes the focus. */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('deal.timeline')}>
        {timeline.isPending && !failure && <Skeleton height={120} radius={10} />}
        {failure && <Failure {...failure} />}
        <ol className={styles.entries}>
          {timeline.data?.map((entry) => (
            <TimelineRow key={String(entry.id)} entry={entry} dealPipeline={deal.pipeline} />
          ))}
        </ol>
      </div>
    </section>
  );
}
