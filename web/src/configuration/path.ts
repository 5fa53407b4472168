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

// Steps that have no name of their own may be left out of the names.
const leftOut = [[], ['field_sets'], ['rules'], ['field_sets', 'rules']];

// The things on the way, outermost first, with what users call them.
export function thingsOn(steps: Step[], names: string[]): Named[] {
  const keyed = steps.flatMap(({ field, key }) => (key === undefined ? [] : [{ field, key, name: key }]));
  const named = leftOut
    .map((fields) => keyed.filter(({ field }) => !fields.includes(field)))
    .find(({ length }) => length === names.length);
  named?.forEach((thing, at) => (thing.name = names[at] || thing.key));
  return keyed;
}
