#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// The deals that wait in the incoming stages of all pipelines in use, and those that were declined there.
class UnsortedDeals {
 public:
  explicit UnsortedDeals(rpc::Session& session) : session_(session) {}

  // At most `limit` deals with a smaller id than `before`, newest first: those that the caller has hidden, or the
  // others.
  std::vector<v1::Deal> Waiting(bool hidden, int64_t before, int limit);
  // Those that the caller has not hidden.
  int64_t CountWaiting();
  std::vector<v1::Deal> Declined(int64_t before, int limit);

 private:
  // By keys.
  struct Place {
    std::string pipeline;
    std::string stage;
  };

  std::vector<Place> Incoming();
  std::vector<Place> Lost();
  std::vector<v1::Deal> NewestIn(const std::vector<Place>& places, const std::string& condition,
                                 const std::vector<storage::Value>& parameters, int64_t before, int limit);

  rpc::Session& session_;
};

}  // namespace voronka::crm
