// A step of the way to a place in a configuration: `stages["new"]`. Without a key, it is a field: `name`.
export interface Step {
  field: string;
  key?: string;
}

const step = /(\w+)((?:\["(?:[^"\\]|\\.)*"\]|\[\w+\])?)\.?/gy;

// Of a list without keys, `[0]` says nothing to people.
function keyIn(brackets: string): string | undefined {
  const [, quoted, bare] = /^\[(?:"(.*)"|(\w+))\]$/s.exec(brackets) ?? [];
  return quoted?.replace(/\\(.)/g, '$1') ?? (bare && !/^\d+$/.test(bare) ? bare : undefined);
}

// `pipelines["sales"].stages["new"].name`, step by step.
export function stepsOf(path: string): Step[] {
  return Array.from(path.matchAll(step), ([, field = '', brackets = '']) => ({ field, key: keyIn(brackets) }));
}

export interface Named {
  field: string;
  key: string;
  name: string;
}

// The things on the way, outermost first, with what users call them: each has its place among the names.
export function thingsOn(steps: Step[], names: string[]): Named[] {
  const keyed = steps.flatMap(({ field, key }) => (key === undefined ? [] : [{ field, key }]));
  return keyed.map((thing, at) => ({ ...thing, name: names[at] ?? thing.key }));
}
