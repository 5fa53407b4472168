import { Button } from '@mantine/core';
import { Dialog } from '../components/Dialog';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { dealName } from '../i18n/deal_name';
import { useTranslation } from '../i18n/translation';
import { useObserved } from '../state/observable';
import styles from '../style/form.module.css';
import { mayReopen } from '../people/rights';
import { moveWithUndo, winAsked } from './moves';

const close = () => winAsked.set(undefined);

function Question({ deal, stage }: { deal: Deal; stage: Stage }) {
  const { t } = useTranslation();
  const win = () => {
    close();
    void moveWithUndo(deal, stage);
  };
  return (
    <div className={styles.form}>
      <p className={styles.explanation}>
        {t('win.stage', { name: dealName(deal.id, deal.name), stage: stage.name })} {!mayReopen() && t('moves.final')}
      </p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={close}>
          {t('actions.cancel')}
        </Button>
        <Button color="green.8" onClick={win} data-autofocus>
          {t('win.submit')}
        </Button>
      </div>
    </div>
  );
}

export function WinDialog() {
  const { t } = useTranslation();
  const asked = useObserved(winAsked);
  return (
    <Dialog opened={asked !== undefined} title={t('win.title')} close={close}>
      {asked && <Question {...asked} />}
    </Dialog>
  );
}
