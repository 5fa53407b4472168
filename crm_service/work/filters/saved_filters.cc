#include "crm_service/work/filters/saved_filters.h"

namespace voronka::crm {

std::vector<v1::SavedFilter> SavedFilters::After(int64_t id, int limit) {
  return session_.db.Select<v1::SavedFilter>(
      "SELECT {columns} FROM saved_filters WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?", account_id_, id,
      limit);
}

}  // namespace voronka::crm
