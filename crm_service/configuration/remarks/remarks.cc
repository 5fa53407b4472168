#include "crm_service/configuration/remarks/remarks.h"

namespace voronka::crm {

using v1::Remark;

std::vector<Remark> Remarks::List(const v1::ListRemarksRequest& request, int64_t before, int limit) {
  if (request.answer_version() != 0) {
    return session_.db.Select<Remark>(
        "SELECT {columns} FROM remarks WHERE account_id = ? AND answer_version = ? AND id < ? ORDER BY id DESC LIMIT ?",
        account_id_, request.answer_version(), before, limit);
  }
  if (request.state() == Remark::STATE_UNSPECIFIED) {
    return session_.db.Select<Remark>(
        "SELECT {columns} FROM remarks WHERE account_id = ? AND id < ? ORDER BY id DESC LIMIT ?", account_id_, before,
        limit);
  }
  return session_.db.Select<Remark>(
      "SELECT {columns} FROM remarks WHERE account_id = ? AND state = ? AND id < ? ORDER BY id DESC LIMIT ?",
      account_id_, request.state(), before, limit);
}

}  // namespace voronka::crm
