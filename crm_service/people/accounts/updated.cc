#include "crm_service/people/accounts/updated.h"

#include "foundation/rpc/error.h"

namespace voronka::crm {

void RequireEtag(int64_t read, int64_t present) {
  if (read == 0 || read == present) return;
  throw rpc::Error(rpc::Code::kAborted,
                   {"STALE_ETAG",
                    "etag",
                    {"It was changed meanwhile; read it again.", "Данные уже изменились; прочитайте их заново."}},
                   {{"etag", std::to_string(present)}});
}

}  // namespace voronka::crm
