import { Form_State, type Form } from '../gen/voronka/crm/v1/form_pb';
import { isSame } from '../settings/merge';
import { entriesOf, type DraftEntry } from './field_map';

// An id stays while the site's address is typed.
export interface DraftSite {
  id: string;
  origin: string;
}

// A form as an admin sets it up.
export interface DraftForm {
  name: string;
  // Empty: the account's default one.
  pipeline: string;
  accepts: boolean;
  consentText: string;
  consentTextVersion: string;
  consentRequired: boolean;
  redirectUrl: string;
  sites: DraftSite[];
  entries: DraftEntry[];
  sentByServers: boolean;
}

// What an admin has before their eyes, and what they started from. It can be kept as JSON.
export interface Work {
  etag: string;
  from: DraftForm;
  typed: DraftForm;
}

export function draftOf(form: Form): DraftForm {
  const { name, pipeline, consentText, consentTextVersion, consentRequired, redirectUrl, sentByServers } = form;
  return {
    ...{ name, pipeline, consentText, consentTextVersion, consentRequired, redirectUrl, sentByServers },
    accepts: form.state !== Form_State.DISABLED,
    sites: Array.from(new Set(form.allowedOrigins), (origin) => ({ id: origin, origin })),
    entries: entriesOf(form.fieldMap),
  };
}

export function workOn(form: Form): Work {
  const draft = draftOf(form);
  return { etag: String(form.etag), from: draft, typed: draft };
}

export const isChanged = ({ from, typed }: Work): boolean => !isSame(from, typed);

// The wording has changed, but whoever agreed to the former one would look the same.
export const needsNewVersion = ({ from, typed }: Work): boolean =>
  from.consentText.trim() !== '' &&
  from.consentText.trim() !== typed.consentText.trim() &&
  from.consentTextVersion === typed.consentTextVersion;
