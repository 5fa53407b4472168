import { useQuery, type QueryClient } from '@tanstack/react-query';
import { forms } from '../api/later_clients';
import type { Form } from '../gen/voronka/crm/v1/form_pb';
import { amend } from '../live/reread';

export const formsKey = ['forms'];

async function everyForm(): Promise<Form[]> {
  const all: Form[] = [];
  let pageToken = '';
  do {
    const page = await forms.listForms({ showArchived: true, pageToken });
    all.push(...page.forms);
    pageToken = page.nextPageToken;
  } while (pageToken);
  return all;
}

// Archived ones too. No stream tells of them, so they are read whenever somebody opens the screen.
export function useForms() {
  return useQuery({ queryKey: formsKey, queryFn: everyForm, refetchOnMount: 'always' });
}

// Why submissions of a form were refused. Counts grow at any time, so they are read anew too.
export function useRefusals(formId: bigint) {
  return useQuery({
    queryKey: ['form-refusals', String(formId)],
    queryFn: async () => (await forms.listFormRefusals({ formId })).refusals,
    refetchOnMount: 'always',
  });
}

// The answer to one's own change. The newer version wins.
export function putForm(client: QueryClient, changed: Form): void {
  amend<Form[]>(client, formsKey, (known) =>
    known.some(({ id }) => id === changed.id)
      ? known.map((form) => (form.id === changed.id && form.etag < changed.etag ? changed : form))
      : [...known, changed],
  );
}
