import { useEffect, useState } from 'react';
import { deferred } from '../components/deferred';
import { useTranslation } from '../i18n/translation';
import { usePipelines } from '../pipelines/pipelines';
import { searchOpened } from '../search/opened';
import { currentSession } from '../session/session';
import { listenForSearch } from './search_keys';
import { searchPages } from './search_pages';

const searchDialog = deferred(async () => (await import('../search/SearchDialog')).SearchDialog);

// Opened by keys or from the sidebar; loaded when it is opened first.
export function Search() {
  const { t } = useTranslation();
  const pipelines = usePipelines().data ?? [];
  const [wasOpened, setWasOpened] = useState(searchOpened.get);
  useEffect(() => searchOpened.subscribe(() => setWasOpened(true)), []);
  useEffect(listenForSearch, []);
  const user = currentSession()?.user;
  return wasOpened && user && <searchDialog.Component pages={searchPages(user, pipelines, t)} />;
}
