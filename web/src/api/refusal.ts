import { Code, ConnectError } from '@connectrpc/connect';
import {
  BadRequestSchema,
  ErrorInfoSchema,
  LocalizedMessageSchema,
  PreconditionFailureSchema,
} from '../gen/google/rpc/error_details_pb';
import { i18n } from '../i18n/i18n';

// One of the things that are wrong with a request.
export interface Violation {
  // A stable name, like FIELD_REQUIRED.
  reason: string;
  // Where it is in the request, like `deal.amount.minor`.
  field: string;
  // In the user's language.
  text: string;
}

// A refused call, in words for the user.
export interface Refusal {
  code: Code;
  // A stable name, like OFFER_EXPIRED. Empty when the service gives none.
  reason: string;
  metadata: Record<string, string>;
  message: string;
  // What is malformed: messages by the path of the field in the request, like `deal.amount.minor`.
  fields: Record<string, string>;
  violations: Violation[];
}

// What is malformed says it with each field. What is refused for how things stand has its words in one message, a line
// for each.
function violationsOf(error: ConnectError): { malformed: Violation[]; refused: Violation[] } {
  const [localized] = error.findDetails(LocalizedMessageSchema);
  const lines = localized?.message.split('\n') ?? [];
  const malformed = error.findDetails(BadRequestSchema).flatMap((bad) => bad.fieldViolations);
  const refused = error.findDetails(PreconditionFailureSchema).flatMap((failure) => failure.violations);
  return {
    malformed: malformed.map(({ reason, field, localizedMessage, description }) => ({
      ...{ reason, field },
      text: localizedMessage?.message ?? description,
    })),
    refused: refused.map(({ type, subject, description }, at) => ({
      ...{ reason: type, field: subject },
      text: (lines.length === refused.length && lines[at]) || description,
    })),
  };
}

function messageOf(thrown: unknown, error: ConnectError, fields: Record<string, string>): string {
  const [localized] = error.findDetails(LocalizedMessageSchema);
  if (localized) return localized.message;
  const [violation] = Object.values(fields);
  return violation ?? (isUnreachable(thrown) ? i18n.t('errors.unreachable') : i18n.t('errors.unexpected'));
}

const unanswered = new Set([Code.Unavailable, Code.DeadlineExceeded, Code.Canceled, Code.Unknown]);

// Not a refusal: nobody answered, so the call may or may not have been carried out. The transport throws ConnectError,
// UNKNOWN for a lost connection; anything else is a mistake on this side, and was never sent.
export function isUnreachable(thrown: unknown): boolean {
  return thrown instanceof ConnectError && unanswered.has(thrown.code);
}

export function refusalOf(thrown: unknown): Refusal {
  const error = ConnectError.from(thrown);
  const [info] = error.findDetails(ErrorInfoSchema);
  const { malformed, refused } = violationsOf(error);
  const fields = Object.fromEntries(malformed.map(({ field, text }) => [field, text]));
  return {
    code: error.code,
    reason: info?.reason ?? '',
    metadata: info?.metadata ?? {},
    message: messageOf(thrown, error, fields),
    fields,
    violations: [...malformed, ...refused],
  };
}
