#pragma once

#include <cstdint>
#include <vector>

#include "crm_service/log/resources/resource_table.h"
#include "voronka/crm/v1/remark.pb.h"

namespace voronka::crm {

// The table `remarks`.
class Remarks : public ResourceTable<v1::Remark> {
 public:
  using ResourceTable::ResourceTable;

  // At most `limit` of those that the request asks for with a smaller id than `before`, newest first.
  std::vector<v1::Remark> List(const v1::ListRemarksRequest& request, int64_t before, int limit);
};

}  // namespace voronka::crm
