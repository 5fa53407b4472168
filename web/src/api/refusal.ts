import { Code, ConnectError } from '@connectrpc/connect';
import { BadRequestSchema, ErrorInfoSchema, LocalizedMessageSchema } from '../gen/google/rpc/error_details_pb';
import { i18n } from '../i18n/i18n';

// A call that was refused, in words for the user.
export interface Refusal {
  code: Code;
  // Stable: OFFER_EXPIRED. Empty where the service names none.
  reason: string;
  metadata: Record<string, string>;
  message: string;
  // Violations by the path of their field in the request, as `deal.amount.minor`.
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

// Not refused: nobody answered, so that it may have been done or not.
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
