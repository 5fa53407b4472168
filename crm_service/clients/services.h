#pragma once

#include "crm_service/clients/contacts/contact_steps.h"
#include "foundation/rpc/server/service.h"

namespace voronka::crm {

rpc::Services ClientServices(rpc::FeedHost& host, const ContactGuard& guard);

}  // namespace voronka::crm
