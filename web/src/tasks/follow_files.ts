import { queryClient } from '../api/query_client';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { FileSchema } from '../gen/voronka/crm/v1/file_pb';
import { resourcesOf, showChangesOf } from '../live/changes';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { tasksKey } from './task_query';

// Rows of tasks say how many files each has. Importing it is enough.
showChangesOf(FileSchema);
changeTopic.subscribe((changes) => {
  if (resourcesOf(changes, FileSchema).some(({ entity }) => entity === Entity.TASK)) reread(queryClient, tasksKey);
});
