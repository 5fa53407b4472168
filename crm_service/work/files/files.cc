#include "crm_service/work/files/files.h"

namespace voronka::crm {

std::vector<v1::File> Files::Of(v1::Entity entity, int64_t entity_id, const rpc::Page& page) {
  return session_.db.Select<v1::File>(
      "SELECT {columns} FROM files WHERE account_id = ? AND entity = ? AND entity_id = ? AND id < ? "
      "AND delete_time IS NULL ORDER BY id DESC LIMIT ?",
      account_id_, entity, entity_id, page.key(), page.limit());
}

}  // namespace voronka::crm
