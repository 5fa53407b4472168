#include "crm_service/sales/timeline/called_name.h"

#include "foundation/rpc/calls/table.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

std::string CalledName(rpc::Session& session, const v1::Deal& deal) {
  if (!deal.name().empty() || deal.contact_id() == 0) return deal.name();
  const auto client = rpc::Table<v1::Contact>(session).Find(deal.contact_id());
  return client ? client->name() : "";
}

}  // namespace voronka::crm
