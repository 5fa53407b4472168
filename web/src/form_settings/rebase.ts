import type { Form } from '../gen/voronka/crm/v1/form_pb';
import { merged, pick } from '../settings/merge';
import { draftOf, type Work } from './draft';

const idOf = ({ id }: { id: string }): string => id;

const parts = [
  'name',
  'pipeline',
  'accepts',
  'consentText',
  'consentTextVersion',
  'consentRequired',
  'redirectUrl',
  'sentByServers',
] as const;

// An admin's work, begun on a form that somebody else has changed since, on the form as it is now.
export function rebased({ from, typed }: Work, form: Form): Work {
  const theirs = draftOf(form);
  const rows = <K extends 'sites' | 'entries'>(list: K) => ({
    from: from[list],
    mine: typed[list],
    theirs: theirs[list],
  });
  return {
    etag: String(form.etag),
    from: theirs,
    typed: {
      ...theirs,
      ...pick(from, typed, theirs, parts),
      sites: merged(idOf, rows('sites'), (mine) => mine),
      entries: merged(idOf, rows('entries'), (mine) => mine),
    },
  };
}
