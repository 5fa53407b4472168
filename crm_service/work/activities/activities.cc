#include "crm_service/work/activities/activities.h"

namespace voronka::crm {

std::vector<v1::Activity> Activities::Of(int64_t deal_id, const rpc::Page& page) {
  return session_.db.Select<v1::Activity>(
      "SELECT {columns} FROM activities WHERE account_id = ? AND deal_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
      account_id_, deal_id, page.key(), page.limit());
}

}  // namespace voronka::crm
