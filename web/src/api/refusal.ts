import { Code, ConnectError } from '@connectrpc/connect';
import { BadRequestSchema, ErrorInfoSchema, LocalizedMessageSchema } from '../gen/google/rpc/error_details_pb';
import { i18n } from '../i18n/i18n';

// A refused call, in words for the user.
export interface Refusal {
  code: Code;
  // A stable name, like OFFER_EXPIRED. Empty when the service gives none.
  reason: string;
  metadata: Record<string, string>;
  message: string;
  // Messages of violations, by the path of their field in the request, like `deal.amount.minor`.
  fields: Record<string, string>;
}

function fieldsOf(error: ConnectError): Record<string, string> {
  const violations = error.findDetails(BadRequestSchema).flatMap((bad) => bad.fieldViolations);
  return Object.fromEntries(violations.map((v) => [v.field, v.localizedMessage?.message ?? v.description]));
}

function messageOf(error: ConnectError, fields: Record<string, string>): string {
  const [localized] = error.findDetails(LocalizedMessageSchema);
  if (localized) return localized.message;
  const [violation] = Object.values(fields);
  return violation ?? (isUnreachable(error) ? i18n.t('errors.unreachable') : i18n.t('errors.unexpected'));
}

// Not a refusal: nobody answered, so the call may or may not have been carried out.
export function isUnreachable(thrown: unknown): boolean {
  const { code } = ConnectError.from(thrown);
  return code === Code.Unavailable || code === Code.DeadlineExceeded || code === Code.Canceled || code === Code.Unknown;
}

export function refusalOf(thrown: unknown): Refusal {
  const error = ConnectError.from(thrown);
  const [info] = error.findDetails(ErrorInfoSchema);
  const fields = fieldsOf(error);
  return {
    code: error.code,
    reason: info?.reason ?? '',
    metadata: info?.metadata ?? {},
    message: messageOf(error, fields),
    fields,
  };
}
