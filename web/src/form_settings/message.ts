import type { MessageInitShape } from '@bufbuild/protobuf';
import { Form_State, type FormSchema } from '../gen/voronka/crm/v1/form_pb';
import type { DraftForm } from './draft';
import { mapOf } from './field_map';

// As the service takes it.
export function messageOf(draft: DraftForm): MessageInitShape<typeof FormSchema> {
  const { pipeline, consentRequired, sentByServers } = draft;
  return {
    ...{ pipeline, consentRequired, sentByServers },
    name: draft.name.trim(),
    state: draft.accepts ? Form_State.ACTIVE : Form_State.DISABLED,
    consentText: draft.consentText.trim(),
    consentTextVersion: draft.consentTextVersion.trim(),
    redirectUrl: draft.redirectUrl.trim(),
    allowedOrigins: draft.sites.map(({ origin }) => origin.trim()),
    fieldMap: mapOf(draft.entries),
  };
}

// All of it: what is empty is to be cleared.
export const updateMask = {
  paths: [
    'name',
    'pipeline',
    'state',
    'consent_text',
    'consent_text_version',
    'consent_required',
    'redirect_url',
    'allowed_origins',
    'field_map',
    'sent_by_servers',
  ],
};
