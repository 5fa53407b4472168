import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Queue } from '../gen/voronka/crm/v1/queue_pb';
import { numberFormat } from '../i18n/formatters';
import { useTranslation } from '../i18n/translation';
import { Avatar } from '../people/Avatar';
import { usePeople } from '../people/people';
import { stageTone } from '../pipelines/tones';
import { hasActiveMember } from '../queues/staff';
import { pathOf, type Place } from './place';
import styles from './queue_settings.module.css';
import { typedTime } from './take_time';

// More faces say less than their number.
const mostFaces = 6;

function Faces({ userIds }: { userIds: bigint[] }) {
  const people = usePeople();
  return (
    <span className={styles.faces}>
      {userIds.slice(0, mostFaces).map((id) => (
        <Avatar key={String(id)} userId={id} name={people.get(id)?.displayName ?? ''} size={24} />
      ))}
    </span>
  );
}

function useTimeText(queue: Queue): string {
  const { t, i18n } = useTranslation();
  const { number, unit } = typedTime(Number(queue.takeWithin?.seconds ?? 0));
  const time = numberFormat(i18n.language, { style: 'unit', unit, unitDisplay: 'long' }).format(Number(number));
  return t('queueSettings.within', { time });
}

// Why nobody is offered anything. Nothing: somebody is.
function Halt({ queue }: { queue: Queue }) {
  const { t } = useTranslation();
  const people = usePeople();
  const isDeserted = !hasActiveMember(queue, people);
  if (!queue.paused && !isDeserted) return null;
  return (
    <span className={styles.halt} data-tone={queue.paused ? 'warm' : 'danger'}>
      {t(queue.paused ? 'queueSettings.pausedFact' : 'queueSettings.desertedFact')}
    </span>
  );
}

function QueueFacts({ queue }: { queue: Queue }) {
  const { t } = useTranslation();
  const facts = [t('queueSettings.memberCount', { count: queue.memberUserIds.length }), useTimeText(queue)];
  return (
    <span className={styles.facts}>
      {facts.join(' · ')} <Halt queue={queue} />
    </span>
  );
}

interface PlaceRowProps {
  place: Place;
  address: string;
  queue: Queue | undefined;
}

export function PlaceRow({ place, address, queue }: PlaceRowProps) {
  const { t } = useTranslation();
  const { stage } = place;
  return (
    <li className={styles.place} data-place={address} data-queue={Boolean(queue)}>
      <span className={styles.dot} style={{ background: stageTone(stage) }} />
      <span className={styles.what}>
        {queue ? (
          <Link to={pathOf(place)} className={styles.link}>
            {stage.name}
          </Link>
        ) : (
          <span className={styles.bareName}>{stage.name}</span>
        )}
        {queue ? <QueueFacts queue={queue} /> : <span className={styles.facts}>{t('queueSettings.without')}</span>}
      </span>
      {queue ? (
        <Faces userIds={queue.memberUserIds} />
      ) : (
        <Button
          component={Link}
          to={pathOf(place)}
          className={styles.make}
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          aria-label={t('queueSettings.makeFor', { name: stage.name })}
        >
          {t('queueSettings.make')}
        </Button>
      )}
    </li>
  );
}
