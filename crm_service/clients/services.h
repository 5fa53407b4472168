#pragma once

#include "crm_service/clients/companies/company_steps.h"
#include "crm_service/clients/contacts/contact_steps.h"
#include "foundation/rpc/server/service.h"

namespace voronka::crm {

struct ClientGuards {
  ContactGuard contact;
  CompanyGuard company;
};

rpc::Services ClientServices(rpc::FeedHost& host, const ClientGuards& guards);

}  // namespace voronka::crm
