import { TextInput } from '@mantine/core';
import { RestoredDraft } from '../components/RestoredDraft';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import { useFirstProblem } from '../settings/use_first_problem';
import { SaveBar } from '../settings/SaveBar';
import { ArchiveBlock } from './ArchiveBlock';
import { InquiriesBlock } from './InquiriesBlock';
import { QuickAddBlock } from './QuickAddBlock';
import { ReasonList } from './ReasonList';
import { StageList } from './StageList';
import { useWork } from './use_work';

// One pipeline with all that belongs to it, saved as a whole.
export function PipelineEditor({ pipeline }: { pipeline: Pipeline }) {
  const { t } = useTranslation();
  const working = useWork(pipeline);
  const { work, change, problems, restored, discard } = working;
  const page = useFirstProblem(working.attempt);
  return (
    <div ref={page}>
      <RestoredDraft shown={restored} reset={discard} />
      <Block title={t('pipelineSettings.name')}>
        <TextInput
          aria-label={t('pipelineSettings.name')}
          value={work.typed.name}
          onChange={(event) => change({ ...work.typed, name: event.currentTarget.value }, 'name')}
          error={problems.name}
          maxLength={100}
          autoComplete="off"
        />
      </Block>
      <StageList working={working} />
      <ReasonList working={working} />
      <QuickAddBlock working={working} />
      <InquiriesBlock working={working} pipeline={pipeline} />
      <ArchiveBlock pipeline={pipeline} />
      <SaveBar words="pipelineSettings" {...working} />
    </div>
  );
}
