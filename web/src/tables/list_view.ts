import { create } from '@bufbuild/protobuf';
import { useQuery } from '@tanstack/react-query';
import { useDebouncedCallback } from '@mantine/hooks';
import { queryClient } from '../api/query_client';
import { refusalOf } from '../api/refusal';
import { listViews } from '../api/list_view_client';
import { showToast } from '../components/toasts';
import { ListViewSchema, type ListView } from '../gen/voronka/crm/v1/list_view_pb';
import type { FilterSubject } from '../gen/voronka/crm/v1/saved_filter_pb';
import type { Chosen } from './columns';

export interface ViewOf {
  subject: FilterSubject;
  // Of deals: of this pipeline. 0: of all together.
  pipelineId: bigint;
}

const viewKey = ({ subject, pipelineId }: ViewOf) => ['list-view', subject, String(pipelineId)];
// While a column is dragged wider, or several are chosen one after another.
const collectMs = 600;

async function keep(view: ListView): Promise<void> {
  try {
    await listViews.updateListView({ requestId: crypto.randomUUID(), listView: view });
  } catch (error) {
    showToast(refusalOf(error).message);
  }
}

// How the user looks at a list, on every device. What is chosen is shown at once and kept a little later.
export function useListView(of: ViewOf) {
  const query = useQuery({
    queryKey: viewKey(of),
    queryFn: () => listViews.getListView(of),
    retry: 1,
  });
  const keepSoon = useDebouncedCallback((view: ListView) => void keep(view), {
    delay: collectMs,
    flushOnUnmount: true,
  });
  const change = (columns: Chosen[], orderBy: string) => {
    const view = create(ListViewSchema, { ...of, columns, orderBy });
    queryClient.setQueryData(viewKey(of), view);
    keepSoon(view);
  };
  // Without it, the list is shown as usual.
  return { isKnown: !query.isPending, view: query.data, change };
}
