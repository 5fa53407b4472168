#include "crm_service/clients/merges/merges.h"

#include <stdexcept>
#include <string>
#include <utility>

namespace voronka::crm {

using v1::Merge;

Merge Merges::AddWith(const v1::MergeRecord& record, Merge merge) {
  merge = Add(std::move(merge));
  session_.db.Execute("UPDATE merges SET details = ? WHERE account_id = ? AND id = ?",
                      storage::Bytes{record.SerializeAsString()}, account_id_, merge.id());
  return merge;
}

v1::MergeRecord Merges::RecordOf(int64_t merge_id) {
  const auto rows =
      session_.db.Query("SELECT details FROM merges WHERE account_id = ? AND id = ?", account_id_, merge_id);
  v1::MergeRecord record;
  if (rows.empty() || !record.ParseFromString(rows.front().Text(0))) {
    throw std::runtime_error("merge " + std::to_string(merge_id) + " has no readable record");
  }
  return record;
}

std::vector<Merge> Merges::Into(v1::ClientKind kind, int64_t survivor_id, const rpc::Page& page) {
  return session_.db.Select<Merge>(
      "SELECT {columns} FROM merges WHERE account_id = ? AND kind = ? AND survivor_id = ? AND id < ? "
      "ORDER BY id DESC LIMIT ?",
      account_id_, kind, survivor_id, page.key(), page.limit());
}

std::optional<Merge> Merges::Of(v1::ClientKind kind, int64_t merged_id) {
  return session_.db.SelectOne<Merge>(
      "SELECT {columns} FROM merges WHERE account_id = ? AND kind = ? AND merged_id = ? AND undo_time IS NULL "
      "ORDER BY id DESC LIMIT 1",
      account_id_, kind, merged_id);
}

}  // namespace voronka::crm
