// A field of two clients who become one, as texts.
export interface BothValues {
  // As an update mask names it: `name`, `fields.region`.
  path: string;
  label: string;
  survivor: string;
  merged: string;
}

// Where somebody has to choose: both have a value, and not the same. What only one has, the survivor gets anyway.
export const toChoose = (both: readonly BothValues[]): BothValues[] =>
  both.filter(({ survivor, merged }) => survivor !== '' && merged !== '' && survivor !== merged);

// The chosen ones that are still asked about, as the request names them.
export const takenOf = (asked: readonly BothValues[], chosen: ReadonlySet<string>): string[] =>
  asked.map(({ path }) => path).filter((path) => chosen.has(path));
