import { useState } from 'react';
import { useDraft } from '../session/draft';
import { editOf, type ClientEdit, type Typed } from './client_edit';
import type { FormField } from './form_fields';

interface EditOptions {
  fields: readonly FormField[];
  // Undefined: there is none yet.
  client: object | undefined;
  // Under which name it is kept.
  draft: string;
  // What is typed into the form of a new client before it opens.
  begin?: Typed;
}

// What was kept by an earlier release has fewer fields.
function whole(kept: string, { from, typed }: ClientEdit): ClientEdit {
  if (!kept) return { from, typed };
  const edit = JSON.parse(kept) as ClientEdit;
  return { from: { ...from, ...edit.from }, typed: { ...typed, ...edit.typed } };
}

// What is typed is kept with the client that it changes, so that a colleague's change meanwhile is not undone.
export function useClientEdit({ fields, client, draft, begin }: EditOptions) {
  const [kept, keep, restored] = useDraft(draft);
  const open = () => {
    const { from, typed } = editOf(fields, client);
    return { from, typed: { ...typed, ...begin } };
  };
  // As the form was opened on it.
  const [opened, setOpened] = useState(open);
  const forget = () => {
    setOpened(open());
    keep('');
  };
  return { edit: whole(kept, opened), change: (edit: ClientEdit) => keep(JSON.stringify(edit)), forget, restored };
}
