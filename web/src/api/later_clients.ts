import { createClient } from '@connectrpc/connect';
import { ApprovalService } from '../gen/voronka/crm/v1/approval_pb';
import { ClientHistoryService } from '../gen/voronka/crm/v1/client_history_pb';
import { CompanyService } from '../gen/voronka/crm/v1/company_pb';
import { DealContactService } from '../gen/voronka/crm/v1/deal_contact_pb';
import { FieldSetService } from '../gen/voronka/crm/v1/field_set_pb';
import { FormService } from '../gen/voronka/crm/v1/form_pb';
import { QueueService } from '../gen/voronka/crm/v1/queue_pb';
import { RoleAccessService } from '../gen/voronka/crm/v1/role_access_pb';
import { TeamService } from '../gen/voronka/crm/v1/team_pb';
import { OfferService } from '../gen/voronka/distribution/v1/offer_pb';
import { transport } from './transport';

// Apart from the others: no first screen needs them.
export const approvals = createClient(ApprovalService, transport);
export const clientHistory = createClient(ClientHistoryService, transport);
export const companies = createClient(CompanyService, transport);
export const dealContacts = createClient(DealContactService, transport);
export const fieldSets = createClient(FieldSetService, transport);
export const forms = createClient(FormService, transport);
export const offers = createClient(OfferService, transport);
export const queues = createClient(QueueService, transport);
export const roleAccess = createClient(RoleAccessService, transport);
export const teams = createClient(TeamService, transport);
