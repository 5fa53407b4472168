import type { Violation } from '../api/refusal';
import { gathered, type Placed, type Problems } from '../settings/problems';
import type { DraftForm } from './draft';
import { repeatedEntries } from './field_map';

// Places of a form: `name`, `consent_text`, `allowed_origins`, `site/ID`, `field_map`, `entry/ID`.
export const sitePlace = (id: string): string => `site/${id}`;
export const entryPlace = (id: string): string => `entry/${id}`;

const plainPlaces = new Set([
  'name',
  'pipeline',
  'consent_text',
  'consent_text_version',
  'consent_required',
  'redirect_url',
  'allowed_origins',
  'field_map',
  'state',
  'sent_by_servers',
]);

// An entry is named by its key, as `field_map["Ваше имя"]`.
function placeIn(path: string, { sites, entries }: DraftForm): string | undefined {
  const [, at] = /^allowed_origins\[(\d+)\]$/.exec(path) ?? [];
  const site = at === undefined ? undefined : sites[Number(at)];
  if (site) return sitePlace(site.id);
  const [, key] = /^field_map\["(.*)"\]$/s.exec(path) ?? [];
  const entry = key === undefined ? undefined : entries.find(({ name }) => name.trim() === key);
  if (entry) return entryPlace(entry.id);
  const whole = path.replace(/\[.*/s, '');
  return plainPlaces.has(whole) ? whole : undefined;
}

// A refusal at its places in what was sent.
export const placed = (violations: Violation[], sent: DraftForm): Placed =>
  gathered(violations.map(({ field, text }) => ({ place: placeIn(field.replace(/^form\./, ''), sent), text })));

// What cannot be sent as it is: a map has one entry of a name, and a row that is left empty says nothing.
export function ownProblems({ sites, entries }: DraftForm, t: (key: string) => string): Problems {
  const [emptySites, emptyEntries] = [
    sites.filter(({ origin }) => !origin.trim()),
    entries.filter(({ name }) => !name.trim()),
  ];
  return Object.fromEntries([
    ...emptySites.map(({ id }) => [sitePlace(id), t('formSettings.siteEmpty')]),
    ...emptyEntries.map(({ id }) => [entryPlace(id), t('formSettings.fieldEmpty')]),
    ...repeatedEntries(entries).map(({ id }) => [entryPlace(id), t('formSettings.fieldTwice')]),
  ]) as Problems;
}
