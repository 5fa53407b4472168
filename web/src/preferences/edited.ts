import type { KindPreference, Preferences, QuietHours } from '../gen/voronka/notifier/v1/preference_pb';

// What the user has just changed: one kind, or the quiet hours.
export type Edit = { kind: KindPreference } | { quietHours: QuietHours };

// As they are to be shown at once.
export function edited(known: Preferences, edit: Edit): Preferences {
  if ('quietHours' in edit) return { ...known, quietHours: edit.quietHours };
  return { ...known, kinds: known.kinds.map((kind) => (kind.kind === edit.kind.kind ? edit.kind : kind)) };
}
