#include "crm_service/intake/inquiries/inquiry_rules.h"

#include "crm_service/clients/identity/client_name.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

void CheckNamesClient(const v1::Inquiry& inquiry) {
  const bool says_how_to_reach = !inquiry.phone().empty() || !inquiry.email().empty() || !inquiry.messenger().empty();
  if (says_how_to_reach || !ClientName(inquiry.client_name()).empty()) return;
  throw rpc::Error(rpc::Code::kInvalidArgument, {"CLIENT_REQUIRED",
                                                 "inquiry",
                                                 {"The client's phone, email, messenger or name is required.",
                                                  "Нужны телефон, почта, мессенджер или имя клиента."}});
}

}  // namespace voronka::crm
