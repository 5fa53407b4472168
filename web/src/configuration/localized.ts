import type { LocalizedText } from '../gen/voronka/crm/v1/configuration_pb';

// In the reader's language, else in the one that there is.
export function localized(text: LocalizedText | undefined, language: string): string {
  if (!text) return '';
  return (language === 'ru' ? text.ru : text.en) || text.ru || text.en;
}
