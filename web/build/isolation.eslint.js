const isContent = ({ type, value }) => type !== 'JSXText' || !/^\s*\n\s*$/.test(value);

// Somebody's words, as opposed to those of the product's texts, of `t(…)`.
const isWords = ({ type, expression }) =>
  type === 'JSXExpressionContainer' && (expression.type === 'Identifier' || expression.type === 'MemberExpression');

const isSentence = ({ type }) => type === 'JSXText';

// A variable that stands in one line with a text is in an element of its own, which isolates it: a name with U+202E
// must not turn round what stands next to it. `bdi` does, and what theme.css lists.
export const isolation = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { bare: 'Put it into a <bdi>: next to a text it may turn the rest of the line round.' },
  },
  create(context) {
    const check = ({ children }) => {
      const shown = children.filter(isContent);
      if (!shown.some(isSentence)) return;
      for (const node of shown.filter(isWords)) context.report({ node, messageId: 'bare' });
    };
    return { JSXElement: check, JSXFragment: check };
  },
};
