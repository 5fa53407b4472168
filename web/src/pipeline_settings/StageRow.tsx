import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useFocusPassedOn } from '../components/focus';
import { useTranslation } from '../i18n/translation';
import { stageTone } from '../pipelines/tones';
import { NameAndFacts } from '../settings/NameAndFacts';
import { moved, placedAt } from '../settings/order';
import { OrderButtons } from '../settings/OrderButtons';
import { isAbout } from '../settings/problems';
import { useReordering } from '../settings/use_reordering';
import type { DraftStage } from './draft';
import styles from './pipeline_settings.module.css';
import { stageKinds } from './stage_kinds';
import { StageForm } from './StageForm';
import type { Working } from './use_work';

interface StageRowProps {
  working: Working;
  stage: DraftStage;
  isOpen: boolean;
  open: (key: string) => void;
}

function Head({ stage, name }: { stage: DraftStage; name: string }) {
  const { t } = useTranslation();
  const facts = [
    t(stageKinds.find(({ kind }) => kind === stage.kind)?.name ?? ''),
    stage.parking && t('pipelineSettings.parkingFact'),
    stage.rules.length > 0 && t('pipelineSettings.rules', { count: stage.rules.length }),
    stage.isNew && t('pipelineSettings.unsaved'),
  ];
  return <NameAndFacts name={name} facts={facts} />;
}

export function StageRow({ working, stage, isOpen, open }: StageRowProps) {
  const { t } = useTranslation();
  const { work, change, problems } = working;
  const { stages } = work.typed;
  const name = stage.name || t('pipelineSettings.newStage');
  const { row, handle, isOver } = useReordering<HTMLButtonElement>('stages', stage.key, (key) => {
    const dragged = stages.find((other) => other.key === key);
    if (dragged) change({ ...work.typed, stages: placedAt(stages, dragged, stage) });
  });
  useFocusPassedOn(row);
  const places = ['stage', 'rule', 'item', 'question', 'verdict'].map((what) => `${what}/${stage.key}/`);
  const isShown = isOpen || places.some((place) => isAbout(problems, place));
  const FoldIcon = isShown ? IconChevronDown : IconChevronRight;
  return (
    <li ref={row} className={styles.row} data-stage-row={stage.key} data-over={isOver || undefined}>
      <div className={styles.line}>
        <UnstyledButton
          ref={handle}
          className={styles.stageName}
          aria-expanded={isShown}
          onClick={() => open(isOpen ? '' : stage.key)}
        >
          <FoldIcon size={16} aria-hidden="true" />
          <span className={styles.dot} style={{ background: stageTone(stage) }} />
          <Head stage={stage} name={name} />
        </UnstyledButton>
        <OrderButtons
          up={t('pipelineSettings.stageUp', { name })}
          down={t('pipelineSettings.stageDown', { name })}
          isFirst={stages[0] === stage}
          isLast={stages.at(-1) === stage}
          move={(step) => change({ ...work.typed, stages: moved(stages, stage, step) })}
        />
      </div>
      {isShown && <StageForm working={working} stage={stage} />}
    </li>
  );
}
