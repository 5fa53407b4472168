import { useFailure } from '../api/use_failure';
import { Dialog } from '../components/Dialog';
import { Failure } from '../components/Failure';
import { Waiting } from '../components/Waiting';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import type { Task } from '../gen/voronka/crm/v1/task_pb';
import { useTranslation } from '../i18n/translation';
import { useFiles } from './file_query';
import { FilesBlock } from './FilesBlock';

function Files({ task }: { task: Task }) {
  const { t } = useTranslation();
  const owner = { entity: Entity.TASK, entityId: task.id };
  const list = useFiles(owner);
  const failure = useFailure(list);
  const [first] = list.data?.pages ?? [];
  if (failure) return <Failure {...failure} />;
  if (list.isPending) return <Waiting text={t('files.opening')} />;
  if (first && !first.largestSize && !first.files.length) return <p>{t('files.off')}</p>;
  return <FilesBlock {...owner} />;
}

// Under the text of the task, which is shown in full.
export function TaskFilesDialog({ task, close }: { task: Task; close: () => void }) {
  return (
    <Dialog opened title={task.text} close={close}>
      <Files task={task} />
    </Dialog>
  );
}
