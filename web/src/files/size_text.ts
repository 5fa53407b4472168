import { numberFormat } from '../i18n/formatters';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const step = 1024;

// As people read sizes: «12 кБ», «3,4 МБ».
export function sizeText(bytes: number, language: string): string {
  const at = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const shown = bytes / step ** at;
  return numberFormat(language, {
    style: 'unit',
    unit: units[at],
    unitDisplay: 'short',
    maximumFractionDigits: at > 1 && shown < 10 ? 1 : 0,
  }).format(shown);
}
