#include "crm_service/configuration/remarks/remarks.h"

#include <string>

namespace voronka::crm {

using v1::Remark;

std::vector<Remark> Remarks::List(const v1::ListRemarksRequest& request, int64_t before, int limit) {
  std::string sql = "SELECT {columns} FROM remarks WHERE account_id = ? AND id < ?";
  std::vector<storage::Value> values{account_id_, before};
  if (request.state() != Remark::STATE_UNSPECIFIED) {
    sql += " AND state = ?";
    values.emplace_back(request.state());
  }
  if (request.answer_version() != 0) {
    sql += " AND answer_version = ?";
    values.emplace_back(request.answer_version());
  }
  if (request.author_user_id() != 0) {
    sql += " AND author_user_id = ?";
    values.emplace_back(request.author_user_id());
  }
  values.emplace_back(limit);
  return session_.db.SelectWith<Remark>(sql + " ORDER BY id DESC LIMIT ?", values);
}

}  // namespace voronka::crm
