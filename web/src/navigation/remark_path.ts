// Everybody's own remarks with their answers, and those that wait for an admin's answer.
export const ownRemarksPath = '/remarks';
export const askedRemarksPath = '/settings/configuration/remarks';
