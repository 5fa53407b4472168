import { getOption, type DescField } from '@bufbuild/protobuf';
import { field as options } from '../gen/voronka/options/v1/field_pb';
import { i18n } from '../i18n/i18n';
import { numberFormat } from '../i18n/formatters';

interface TextLimit {
  // What to say below the field while there is still room, but not much.
  note?: string;
  // Why the service would refuse the text.
  problem?: string;
}

// As the service counts: in code points.
const lengthOf = (text: string): number => Array.from(text).length;

// How much is left for the text of a request's field, once a tenth of the room or less is.
export function textLimit(text: string, field: DescField): TextLimit {
  const most = getOption(field, options).maxLength;
  const left = most - lengthOf(text);
  if (left > most / 10) return {};
  if (left >= 0) return { note: i18n.t('limit.left', { count: left }) };
  return { problem: i18n.t('limit.over', { count: -left, most: numberFormat(i18n.language, {}).format(most) }) };
}
