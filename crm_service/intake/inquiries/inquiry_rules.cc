#include "crm_service/intake/inquiries/inquiry_rules.h"

#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/text_checks.h"

namespace voronka::crm {

void CheckNamesClient(const v1::Inquiry& inquiry) {
  if (!inquiry.phone().empty() || !inquiry.email().empty() || !rpc::IsBlank(inquiry.client_name())) return;
  throw rpc::Error(rpc::Code::kInvalidArgument,
                   {"CLIENT_REQUIRED",
                    "inquiry",
                    {"The client's phone, email or name is required.", "Нужны телефон, почта или имя клиента."}});
}

}  // namespace voronka::crm
