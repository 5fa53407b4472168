import { Checkbox } from '@mantine/core';
import { RestoredDraft } from '../components/RestoredDraft';
import type { Queue } from '../gen/voronka/crm/v1/queue_pb';
import { useTranslation } from '../i18n/translation';
import { goTo } from '../navigation/go_to';
import { Block } from '../page/Block';
import { SaveBar } from '../settings/SaveBar';
import { useFirstProblem } from '../settings/use_first_problem';
import { DeleteBlock } from './DeleteBlock';
import { PersonList } from './PersonList';
import { settingsPath, type Place } from './place';
import styles from './queue_settings.module.css';
import { TakeTime } from './TakeTime';
import { useWork, type Working } from './use_work';

function Pause({ working }: { working: Working }) {
  const { t } = useTranslation();
  const { work, change, problems } = working;
  return (
    <Block title={t('queueSettings.pause')}>
      <Checkbox
        label={t('queueSettings.paused')}
        description={t('queueSettings.pausedHint')}
        checked={work.typed.paused}
        onChange={(event) => change({ ...work.typed, paused: event.currentTarget.checked }, 'paused')}
        error={problems.paused}
      />
    </Block>
  );
}

interface QueueEditorProps {
  place: Place;
  // Undefined: there is none yet.
  queue: Queue | undefined;
}

// The queue of a stage, saved as a whole.
export function QueueEditor({ place, queue }: QueueEditorProps) {
  const { t } = useTranslation();
  const working = useWork(place, queue);
  const { restored, discard } = working;
  const page = useFirstProblem(working.attempt);
  const giveUp = () => {
    discard();
    if (!queue) goTo(settingsPath);
  };
  return (
    <div ref={page}>
      <p className={styles.intro}>
        {t('queueSettings.place', { pipeline: place.pipeline.name, stage: place.stage.name })}{' '}
        {queue && t('queueSettings.placeFixed')}
      </p>
      <RestoredDraft shown={restored} reset={discard} />
      <PersonList working={working} list="members" most={500} />
      <TakeTime working={working} />
      <PersonList working={working} list="escalation" most={10} />
      <Pause working={working} />
      {queue && <DeleteBlock queue={queue} stage={place.stage.name} forget={discard} />}
      <SaveBar
        {...working}
        words={queue ? 'queueSettings' : 'newQueue'}
        isChanged={working.isChanged || !queue}
        discard={giveUp}
      />
    </div>
  );
}
