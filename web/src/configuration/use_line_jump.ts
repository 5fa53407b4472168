import { useRef } from 'react';
import { lineRange } from './line_range';

const linesAbove = 3;

// Shows a line of the text in its field, and selects it.
export function useLineJump(text: string) {
  const area = useRef<HTMLTextAreaElement>(null);
  const jump = (line: number) => {
    const field = area.current;
    if (!field) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(...lineRange(text, line));
    field.scrollTop = (line - 1 - linesAbove) * parseFloat(getComputedStyle(field).lineHeight);
    field.scrollIntoView({ block: 'center' });
  };
  return { area, jump };
}
