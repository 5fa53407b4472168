import { isUnreachable, refusalOf } from '../api/refusal';
import { i18n } from '../i18n/i18n';

// Why the user could not be logged out.
export function stillInText(error: unknown): string {
  return isUnreachable(error) ? i18n.t('session.stillIn') : refusalOf(error).message;
}
