// What may include what. A file includes its own library and those that CMake links to it: an include that runs upward
// would build all the same, as every program links everything. And no folders include each other in circles.
const { readdirSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const root = join(__dirname, '../..');
const product = [
  'foundation', 'client', 'event_consumer', 'crm_service', 'distribution_service', 'notifier', 'gateway', 'demo',
];

// All of the product whose name ends so, as `foundation/rpc/calls/rpc.h`.
const files = (...ends) =>
  product
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((file) => `${folder}/${file}`))
    .filter((file) => ends.some((end) => file.endsWith(end)));

// Of each library, by its name: the folder, and the names that it links.
function readLibraries() {
  const libraries = new Map();
  for (const file of files('CMakeLists.txt')) {
    const text = readFileSync(join(root, file), 'utf8').replace(/#.*/g, '');
    for (const [, name, links] of text.matchAll(/voronka_library\(\s*(\w+)\s+LINK\s+([^)]*)\)/g)) {
      libraries.set(name, { folder: dirname(file), links: links.split(/\s+/) });
    }
    for (const [, name] of text.matchAll(/add_library\(\s*(\w+)\s+(?:STATIC|INTERFACE)/g)) {
      const [, links] = text.match(new RegExp(`target_link_libraries\\(\\s*${name}\\s+PUBLIC\\s+([^)]*)\\)`)) ?? ['', ''];
      libraries.set(name, { folder: dirname(file), links: links.split(/\s+/) });
    }
  }
  return libraries;
}

function reachable(libraries, name, seen = new Set()) {
  if (seen.has(name) || !libraries.has(name)) return seen;
  seen.add(name);
  libraries.get(name).links.forEach((link) => reachable(libraries, link, seen));
  return seen;
}

// The library whose folder is the nearest above the file.
function ownerOf(libraries, file) {
  let owner;
  for (const [name, { folder }] of libraries) {
    const isAbove = file.startsWith(`${folder}/`);
    if (isAbove && (!owner || folder.length > libraries.get(owner).folder.length)) owner = name;
  }
  return owner;
}

// All pairs of a file and what it includes of the product.
function readIncludes() {
  const known = new Set(files('.h'));
  return files('.h', '.cc').flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/^#include "([^"]+)"/gm)]
      .map(([, included]) => ({ file, included }))
      .filter(({ included }) => known.has(included)),
  );
}

function upwardIncludes(libraries, includes) {
  const reach = new Map([...libraries.keys()].map((name) => [name, reachable(libraries, name)]));
  return includes
    .filter(({ file, included }) => !reach.get(ownerOf(libraries, file))?.has(ownerOf(libraries, included)))
    .map(({ file, included }) => `${file} includes ${included}, which its library does not link`);
}

// One circle of folders that starts at each folder, where there is one.
function circles(includes) {
  const arrows = new Map();
  for (const { file, included } of includes) {
    const [from, to] = [dirname(file), dirname(included)];
    if (from !== to) arrows.set(from, (arrows.get(from) ?? new Map()).set(to, `${file} -> ${included}`));
  }
  const found = [];
  const done = new Set();
  const walk = (folder, path) => {
    if (path.includes(folder)) {
      const circle = path.slice(path.indexOf(folder));
      found.push(circle.map((from, i) => arrows.get(from).get(circle[i + 1] ?? folder)).join(', '));
    } else if (!done.has(folder)) {
      for (const next of arrows.get(folder)?.keys() ?? []) walk(next, [...path, folder]);
      done.add(folder);
    }
  };
  for (const folder of arrows.keys()) walk(folder, []);
  return found.map((circle) => `folders include each other: ${circle}`);
}

const libraries = readLibraries();
const includes = readIncludes();
if (libraries.size < 15 || includes.length < 500) throw new Error('this check does not see the tree');
const faults = [...upwardIncludes(libraries, includes), ...circles(includes)];
faults.forEach((fault) => console.error(fault));
process.exitCode = faults.length ? 1 : 0;
