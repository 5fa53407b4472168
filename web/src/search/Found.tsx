import { SearchResult_Kind as Kind, type SearchMatch, type SearchResult } from '../gen/voronka/crm/v1/search_pb';
import { dealName } from '../i18n/deal_name';
import { useTranslation } from '../i18n/translation';
import { useEveryPipeline } from '../pipelines/pipelines';
import { stageName } from '../pipelines/stages';
import { kinds } from './kinds';
import { partsOf } from './marked_parts';
import styles from './Palette.module.css';
import { useFieldLabel } from './use_field_label';

function Marked({ match }: { match: SearchMatch }) {
  return (
    <bdi>
      {partsOf(match).map(({ text, isMarked }, at) =>
        isMarked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </bdi>
  );
}

export const foundName = (kind: Kind, id: bigint, name: string, noName: string): string =>
  kind === Kind.DEAL ? dealName(id, name) : name || noName;

// Where the deal is, and whose it is.
function useFacts({ kind, clientName, pipeline, stage, closed }: SearchResult): string[] {
  const { t } = useTranslation();
  const known = useEveryPipeline()?.find(({ key }) => key === pipeline);
  const place = known ? stageName(known, stage) : '';
  const state = closed ? t(kind === Kind.TASK ? 'search.done' : 'search.closed') : '';
  return [clientName, place, state].filter(Boolean);
}

// Something that was found, with what matched: in its name, or else in a line of its own.
export function Found({ result }: { result: SearchResult }) {
  const { t } = useTranslation();
  const label = useFieldLabel();
  const facts = useFacts(result);
  const { kind, id, name, match } = result;
  const isInName = match?.field === kinds[kind].nameField;
  return (
    <>
      <span className={styles.name}>
        {match && isInName ? <Marked match={match} /> : <bdi>{foundName(kind, id, name, t('search.noName'))}</bdi>}
      </span>
      {facts.length > 0 && (
        <span className={styles.facts}>
          {facts.map((fact, at) => (
            <bdi key={at}>{fact}</bdi>
          ))}
        </span>
      )}
      {match && !isInName && (
        <span className={styles.match}>
          <bdi className={styles.field}>{label(match.field)}</bdi> <Marked match={match} />
        </span>
      )}
    </>
  );
}
