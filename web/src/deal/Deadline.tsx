import { create } from '@bufbuild/protobuf';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { OwnField } from '../fields/OwnField';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Field } from '../gen/voronka/crm/v1/field_set_pb';
import { FieldValueSchema, type FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import { mayChangeDeal } from '../people/rights';
import { useDealEdit, useLastEditors } from './edit_deal';

// Most deals have no deadline: it is shown where it is set, and where the account has named it for its deals.
export const isDeadlineShown = ({ deadline }: Pick<Deal, 'deadline'>, { label, group, pipelines }: Field): boolean =>
  deadline !== undefined || label !== '' || group !== '' || pipelines.length > 0;

const valueOf = ({ deadline }: Deal): FieldValue | undefined =>
  deadline && create(FieldValueSchema, { value: { case: 'time', value: deadline } });

// `field`: with the label that people read.
export function Deadline({ deal, field, note }: { deal: Deal; field: Field; note: string }) {
  const requestId = useRequestId();
  const edit = useDealEdit(deal);
  const save = async (value: FieldValue | undefined) => {
    const deadline = value?.value.case === 'time' ? value.value.value : undefined;
    try {
      const id = requestId([deadline?.seconds, deal.etag]);
      await edit.mutateAsync({ requestId: id, deal: { deadline }, path: 'deadline' });
      return undefined;
    } catch (error) {
      const refusal = refusalOf(error);
      return refusal.fields['deal.deadline'] ?? refusal.message;
    }
  };
  return (
    <OwnField
      field={field}
      value={valueOf(deal)}
      readOnly={!mayChangeDeal(deal)}
      changedBy={useLastEditors(deal.id)('deadline')}
      note={note}
      save={save}
    />
  );
}
