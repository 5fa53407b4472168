// Reasons for which submissions are refused, as the texts call them: what has happened and what to do.
const told: Partial<Record<string, string>> = {
  CONSENT_REQUIRED: 'consentRequired',
  DATABASE_UNAVAILABLE: 'unavailable',
  EMPTY_FORM: 'empty',
  FORM_CUT_OFF: 'cutOff',
  FORM_DISABLED: 'disabled',
  FORM_TOO_LARGE: 'tooLarge',
  NO_PIPELINE: 'noPipeline',
  NOT_REACHED: 'unavailable',
  ORIGIN_NOT_ALLOWED: 'origin',
  OVERLOADED: 'overloaded',
  TOO_MANY_SUBMISSIONS: 'tooMany',
  UNSUPPORTED_FORM_TYPE: 'encoding',
};

// A reason that this client does not know yet is `other`.
export const reasonWords = (reason: string): string => told[reason] ?? 'other';
