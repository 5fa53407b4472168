// The fields of an inquiry that a field of the site may go to, each with its name among the texts. `sent` keeps the
// value as it is.
export const targets = [
  { target: 'client_name', text: 'clientName' },
  { target: 'first_name', text: 'firstName' },
  { target: 'middle_name', text: 'middleName' },
  { target: 'last_name', text: 'lastName' },
  { target: 'phone', text: 'phone' },
  { target: 'email', text: 'email' },
  { target: 'messenger', text: 'messenger' },
  { target: 'telegram', text: 'telegram' },
  { target: 'whatsapp', text: 'whatsapp' },
  { target: 'vk', text: 'vk' },
  { target: 'max', text: 'max' },
  { target: 'instagram', text: 'instagram' },
  { target: 'text', text: 'text' },
  { target: 'consent', text: 'consent' },
  { target: 'utm.source', text: 'utmSource' },
  { target: 'utm.medium', text: 'utmMedium' },
  { target: 'utm.campaign', text: 'utmCampaign' },
  { target: 'utm.term', text: 'utmTerm' },
  { target: 'utm.content', text: 'utmContent' },
  { target: 'sent', text: 'sent' },
] as const;

export const asItIs = 'sent';
