import { Empty } from '../components/Empty';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import type { Queue } from '../gen/voronka/crm/v1/queue_pb';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import { placeOf, queueAt } from '../queues/places';
import { placesIn } from './place';
import { PlaceRow } from './PlaceRow';
import styles from './queue_settings.module.css';

interface QueueListProps {
  pipelines: Pipeline[];
  queues: Queue[];
}

// Each stage where deals can be distributed, with its queue or without.
export function QueueList({ pipelines, queues }: QueueListProps) {
  const { t } = useTranslation();
  if (!pipelines.length) return <Empty title={t('board.noPipelines')} hint={t('board.noPipelinesHint')} />;
  return (
    <>
      <p className={styles.intro}>{t('queueSettings.hint')}</p>
      <p className={styles.intro}>{t('queueSettings.withoutHint')}</p>
      {pipelines.map((pipeline) => (
        <Block key={pipeline.key} title={pipeline.name}>
          <ul className={styles.list}>
            {placesIn(pipeline).map((place) => {
              const address = placeOf({ pipeline: pipeline.key, stage: place.stage.key });
              return <PlaceRow key={address} place={place} address={address} queue={queueAt(queues, address)} />;
            })}
          </ul>
        </Block>
      ))}
    </>
  );
}
