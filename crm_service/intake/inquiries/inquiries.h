#pragma once

#include <cstdint>
#include <vector>

#include "foundation/rpc/calls/table.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// The table `inquiries`. Nothing of an inquiry changes but its deal (unsorted/attaching.h).
class Inquiries : public rpc::Table<v1::Inquiry> {
 public:
  using Table::Table;

  // At most `limit` inquiries of the deal with a larger id than `after`, in order of id.
  std::vector<v1::Inquiry> OfDeal(int64_t deal_id, int64_t after, int limit);

  // At most `limit` inquiries of the deals with a smaller id than `before`, from the largest.
  std::vector<v1::Inquiry> OfDeals(const std::vector<int64_t>& deal_ids, int64_t before, int limit);

  v1::Inquiry Add(v1::Inquiry inquiry);
};

}  // namespace voronka::crm
