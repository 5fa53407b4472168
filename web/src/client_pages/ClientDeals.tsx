import { Link } from 'wouter';
import { timestampText } from '../calendar/date_text';
import { Badge } from '../components/Badge';
import { Deal_State, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import { moneyText } from '../i18n/money';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import { Avatar } from '../people/Avatar';
import { useName } from '../people/people';
import { nameOfDeal } from '../pipelines/name_of_deal';
import { usePipeline } from '../pipelines/pipelines';
import { stageName, stageOf } from '../pipelines/stages';
import { stageTone } from '../pipelines/tones';
import rows from '../style/rows.module.css';
import { useClientDeals, type Whose } from './client_deals';
import styles from './client_pages.module.css';
import { NewDeal } from './NewDeal';
import { Pages } from './Pages';

// Of an open deal, its stage says how things stand.
const states = {
  [Deal_State.WON]: { tone: 'good', text: 'clients.won' },
  [Deal_State.LOST]: { tone: 'plain', text: 'clients.lost' },
} as const;

function State({ state }: { state: Deal_State }) {
  const { t } = useTranslation();
  if (state !== Deal_State.WON && state !== Deal_State.LOST) return null;
  const { tone, text } = states[state];
  return <Badge tone={tone} text={t(text)} />;
}

function Stage({ deal }: { deal: Deal }) {
  const pipeline = usePipeline(deal.pipeline);
  const stage = stageOf(pipeline, deal.stage);
  return (
    <p className={rows.when}>
      {stage && <i className={styles.dot} style={{ background: stageTone(stage) }} />}
      <bdi>{pipeline ? stageName(pipeline, deal.stage) : ''}</bdi> · <bdi>{pipeline?.name}</bdi> ·{' '}
      <time>{timestampText(deal.createTime)}</time>
    </p>
  );
}

function DealRow({ deal }: { deal: Deal }) {
  const responsible = useName(deal.responsibleUserId);
  return (
    <li className={styles.row} data-client-deal={deal.id}>
      <div className={rows.what}>
        <Link to={`/deals/${deal.id}`} state={{ over: true }} className={styles.deal}>
          <bdi>{nameOfDeal(deal)}</bdi>
        </Link>
        <Stage deal={deal} />
      </div>
      <div className={styles.facts}>
        <State state={deal.state} />
        {deal.amount && <span className={styles.amount}>{moneyText(deal.amount)}</span>}
        {responsible && <Avatar userId={deal.responsibleUserId} name={responsible} size={24} />}
      </div>
    </li>
  );
}

// The deals with a contact or a company, newest first.
export function ClientDeals({ whose }: { whose: Whose }) {
  const { t } = useTranslation();
  const deals = useClientDeals(whose);
  const found = deals.data?.pages.flatMap((page) => page.deals) ?? [];
  return (
    <Block title={t('clients.deals')}>
      <Pages
        query={deals}
        items={found.map((deal) => (
          <DealRow key={String(deal.id)} deal={deal} />
        ))}
        none={t('clients.noDeals')}
      />
      <NewDeal whose={whose} />
    </Block>
  );
}
