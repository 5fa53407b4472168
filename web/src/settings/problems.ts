// What is wrong, by its place on the page.
export type Problems = Partial<Record<string, string>>;

// What is said below this place, so that it must be opened to be read.
export const isAbout = (problems: Problems, place: string): boolean =>
  Object.entries(problems).some(([other, text]) => text && other.startsWith(place));

// A changed place is not wrong any more.
export const withoutProblems = (problems: Problems, place: string): Problems =>
  Object.fromEntries(Object.entries(problems).filter(([other]) => !other.startsWith(place)));
