import { useEffect, useRef, useState } from 'react';
import { refusalOf } from '../api/refusal';
import type { Condition } from '../gen/voronka/crm/v1/condition_pb';
import type { FilterSubject } from '../gen/voronka/crm/v1/saved_filter_pb';
import { useTranslation } from '../i18n/translation';
import { newId } from '../settings/order';
import type { Placed } from '../settings/problems';
import { askService } from './check_filter';
import { draftOf, filterOf, type Draft } from './draft_filter';
import type { FilterFields } from './filter_fields';
import { placed } from './row_places';
import { rowProblems } from './row_problems';

const nothing: Placed = { problems: {}, elsewhere: [] };

function begun(filter: Condition | undefined): Draft {
  const draft = draftOf(filter);
  if (draft.joint === 'complex') return draft;
  return { ...draft, rows: draft.rows.map((row) => ({ ...row, id: newId() })) };
}

export interface Panel {
  draft: Draft;
  change: (draft: Draft) => void;
  found: Placed;
  isAsking: boolean;
  // The filter as it is in the panel, if nothing is wrong with it; what is wrong is said at its rows.
  take: () => Promise<{ filter: Condition | undefined } | undefined>;
}

// What is put together, from the filter that the screen has.
export function usePanel(subject: FilterSubject, filter: Condition | undefined, fields: FilterFields): Panel {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => begun(filter));
  const [found, setFound] = useState(nothing);
  const [isAsking, setAsking] = useState(false);

  // The draft as it is now: an answer about an earlier one is not said at its rows.
  const round = useRef(0);

  const isGood = async (asked: Condition): Promise<boolean> => {
    const { current } = round;
    try {
      await askService(subject, asked);
      return true;
    } catch (error) {
      const { violations, message } = refusalOf(error);
      if (round.current !== current) return false;
      setFound(violations.length ? placed(violations) : { problems: {}, elsewhere: [message] });
      return false;
    }
  };
  // What the screen has may have become wrong since it was made: a field was removed.
  useEffect(() => {
    if (filter) void isGood(filter);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, as the panel opens
  }, []);
  const take = async () => {
    const problems = rowProblems(draft, fields, t);
    if (Object.keys(problems).length) {
      setFound({ problems, elsewhere: [] });
      return undefined;
    }
    const asked = filterOf(draft, fields);
    if (!asked) return { filter: undefined };
    setAsking(true);
    const answer = await isGood(asked);
    setAsking(false);
    return answer ? { filter: asked } : undefined;
  };
  return {
    draft,
    change: (changed) => {
      round.current++;
      setDraft(changed);
      setFound(nothing);
    },
    found,
    isAsking,
    take,
  };
}
