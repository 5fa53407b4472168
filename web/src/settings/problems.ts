// What is wrong, by its place. Each screen has its own places, such as `name` or `origin/ID`.
export type Problems = Partial<Record<string, string>>;

export interface Placed {
  problems: Problems;
  // What has no place.
  elsewhere: string[];
}

interface AtPlace {
  // Undefined: it has none.
  place: string | undefined;
  text: string;
}

// Several about one place are all said.
export function gathered(all: AtPlace[]): Placed {
  const problems: Problems = {};
  const elsewhere: string[] = [];
  for (const { place, text } of all) {
    if (!place) elsewhere.push(text);
    else if (!problems[place]?.includes(text)) problems[place] = [problems[place], text].filter(Boolean).join(' ');
  }
  return { problems, elsewhere };
}

// What is said below this place, so that it must be opened to be read.
export const isAbout = (problems: Problems, place: string): boolean =>
  Object.entries(problems).some(([other, text]) => text && other.startsWith(place));

// A changed place is not wrong any more.
export const withoutProblems = (problems: Problems, place: string): Problems =>
  Object.fromEntries(Object.entries(problems).filter(([other]) => !other.startsWith(place)));
