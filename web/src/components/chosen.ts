// What a select offers under the value that it tells. Undefined: it offers no such thing.
export const chosenOf = <T extends number>(choices: readonly T[], value: string): T | undefined =>
  choices.find((choice) => String(choice) === value);
