import { useCallback, useState } from 'react';

const keyOf = (pipeline: string) => `voronka-collapsed-${pipeline}`;

function remembered(pipeline: string): Set<string> {
  const kept = localStorage.getItem(keyOf(pipeline));
  return new Set(kept ? kept.split(' ') : []);
}

// The stages whose columns are collapsed, kept in this browser; and what collapses or opens one.
export function useCollapsed(pipeline: string): [Set<string>, (stage: string) => void] {
  const [collapsed, setCollapsed] = useState(() => remembered(pipeline));
  const toggle = useCallback(
    (stage: string) => {
      const changed = remembered(pipeline);
      if (!changed.delete(stage)) changed.add(stage);
      localStorage.setItem(keyOf(pipeline), [...changed].join(' '));
      setCollapsed(changed);
    },
    [pipeline],
  );
  return [collapsed, toggle];
}
