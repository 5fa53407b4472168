#pragma once

#include <cstdint>

#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// The table `unsorted_hidings`: who has said «Не мой регион» of which deal.
class UnsortedHidings {
 public:
  explicit UnsortedHidings(rpc::Session& session) : session_(session) {}

  // By the caller. False: they have hidden it already.
  bool Add(int64_t deal_id);
  void Remove(int64_t deal_id);
  // Whether some active manager has not hidden it. Whoever hides has locked the deal, so that the last one knows.
  bool IsShownToSomeManager(int64_t deal_id);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
