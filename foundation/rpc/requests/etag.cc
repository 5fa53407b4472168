#include "foundation/rpc/requests/etag.h"

#include "foundation/rpc/requests/error.h"

namespace voronka::rpc {

void CheckEtag(int64_t read, int64_t present) {
  if (read == 0 || read == present) return;
  throw Error(Code::kAborted,
              {"STALE_ETAG",
               "etag",
               {"It has been changed since; read it again.", "Данные уже изменились; прочитайте их заново."}},
              {{"etag", std::to_string(present)}});
}

}  // namespace voronka::rpc
