import { Pipeline_Purpose as Purpose, type Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';

type Meant = Pick<Pipeline, 'purpose'>;

// Never unspecified.
export const purposeOf = ({ purpose }: Meant): Purpose => (purpose === Purpose.UNSPECIFIED ? Purpose.SALES : purpose);

export const isForSales = (pipeline: Meant): boolean => purposeOf(pipeline) === Purpose.SALES;

export const isForClaims = (pipeline: Meant): boolean => purposeOf(pipeline) === Purpose.CLAIMS;

export const isForLeads = (pipeline: Meant): boolean => purposeOf(pipeline) === Purpose.LEADS;

// Whether inquiries may come here. In errands and warming they would disappear.
export const mayTakeInquiries = (pipeline: Meant): boolean =>
  isForSales(pipeline) || isForLeads(pipeline) || isForClaims(pipeline);
