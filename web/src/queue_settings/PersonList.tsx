import { userOptions } from '../fields/options';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import { usePeople } from '../people/people';
import { OptionPicker } from '../settings/OptionPicker';
import { PersonRow } from './PersonRow';
import styles from './queue_settings.module.css';
import type { Working } from './use_work';

export interface PersonListProps {
  working: Working;
  list: 'members' | 'escalation';
  // As many as a queue takes.
  most: number;
}

// People in their order: of their turns, or of who is escalated to first.
export function PersonList({ working, list, most }: PersonListProps) {
  const { t } = useTranslation();
  const people = usePeople();
  const { work, change, problems } = working;
  const ids = work.typed[list];
  const put = (changed: string[]) => change({ ...work.typed, [list]: changed }, list);
  const toggle = (id: string) => put(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
  return (
    <Block title={t(`queueSettings.${list}.title`)}>
      <p className={styles.note}>{t(`queueSettings.${list}.hint`)}</p>
      {ids.length > 0 && (
        <ol className={styles.list}>
          {ids.map((id, at) => (
            <PersonRow
              key={id}
              {...{ list, ids, id, at, put }}
              person={people.get(BigInt(id))}
              problem={problems[`${list}/${id}`]}
            />
          ))}
        </ol>
      )}
      {problems[list] && (
        <p className={styles.problem} role="alert">
          {problems[list]}
        </p>
      )}
      {ids.length < most && (
        <div className={styles.add}>
          <OptionPicker
            label={t(`queueSettings.${list}.title`)}
            add={t(`queueSettings.${list}.add`)}
            options={userOptions(people.values(), ids)}
            chosen={ids}
            pick={toggle}
          />
        </div>
      )}
    </Block>
  );
}
