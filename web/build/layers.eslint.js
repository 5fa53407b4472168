import { dirname, relative, resolve, sep } from 'node:path';

// The folder of `src` that a file is in; empty for a file beside the folders.
function folderOf(src, file) {
  const [first, ...rest] = relative(src, file).split(sep);
  return rest.length ? first : '';
}

// A folder imports only from the layers below its own, so that no two folders can come to need each other. Types and
// parts that load later count as well.
export const order = {
  meta: {
    type: 'problem',
    schema: [
      {
        type: 'object',
        properties: {
          src: { type: 'string' },
          layers: { type: 'array', items: { type: 'array', items: { type: 'string' } } },
        },
        required: ['src', 'layers'],
        additionalProperties: false,
      },
    ],
    messages: {
      unlisted: 'The folder `{{folder}}` has no layer yet: give it one in eslint.config.js.',
      upward: '`{{from}}` must not import from `{{to}}`, which is not in a layer below it.',
    },
  },
  create(context) {
    const [{ src, layers }] = context.options;
    const layerOf = (folder) => layers.findIndex((layer) => layer.includes(folder));
    const from = folderOf(src, context.filename);
    // main.tsx starts the page and may import anything.
    if (!from) return {};

    const check = (source) => {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
      const to = folderOf(src, resolve(dirname(context.filename), source.value));
      if (to === from) return;
      const layer = layerOf(to);
      if (layer < 0 || layer >= layerOf(from)) {
        context.report({ node: source, messageId: 'upward', data: { from, to: to || 'src' } });
      }
    };
    const checkSource = (node) => check(node.source);
    return {
      Program(node) {
        if (layerOf(from) < 0) context.report({ node, messageId: 'unlisted', data: { folder: from } });
      },
      ImportDeclaration: checkSource,
      ImportExpression: checkSource,
      ExportAllDeclaration: checkSource,
      ExportNamedDeclaration: checkSource,
      TSImportType: checkSource,
    };
  },
};
