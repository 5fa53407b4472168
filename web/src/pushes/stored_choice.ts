// What the people of this browser have decided about pushes to it. It outlives the session: whoever logs in next is
// reached as well, with their own notifications.
export interface Choice {
  // Absent: nobody has decided.
  pushes?: 'on' | 'off';
  // The invitation has come up by itself, which it does once.
  asked?: boolean;
}

// Whatever else is stored there counts as nothing.
export function choiceIn(stored: string | null): Choice {
  try {
    const { pushes, asked } = (JSON.parse(stored ?? '{}') ?? {}) as Choice;
    return { pushes: pushes === 'on' || pushes === 'off' ? pushes : undefined, asked: asked === true };
  } catch {
    return {};
  }
}
