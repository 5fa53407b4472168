#pragma once

#include "crm_service/clients/companies/company_steps.h"
#include "crm_service/clients/contacts/contact_steps.h"
#include "crm_service/clients/merges/client_links.h"
#include "foundation/rpc/server/service.h"

namespace voronka::crm {

struct ClientGuards {
  ContactGuard contact;
  CompanyGuard company;
};

rpc::Services ClientServices(rpc::FeedHost& host, const ClientGuards& guards, const PassDeal& pass_deal);

}  // namespace voronka::crm
