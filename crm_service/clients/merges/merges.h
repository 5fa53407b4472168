#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "crm_service/log/resources/resource_table.h"
#include "foundation/rpc/requests/page.h"
#include "voronka/crm/v1/merge.pb.h"

namespace voronka::crm {

// The table `merges`, with what each of them replaced and moved.
class Merges : public ResourceTable<v1::Merge> {
 public:
  using ResourceTable::ResourceTable;

  // Assigns id, time and etag.
  v1::Merge AddWith(const v1::MergeRecord& record, v1::Merge merge);
  v1::MergeRecord RecordOf(int64_t merge_id);
  // Those into the client before the page's key, which is an id. Newest first.
  std::vector<v1::Merge> Into(v1::ClientKind kind, int64_t survivor_id, const rpc::Page& page);
  // That by which the client has become another, unless it is undone.
  std::optional<v1::Merge> Of(v1::ClientKind kind, int64_t merged_id);
};

}  // namespace voronka::crm
