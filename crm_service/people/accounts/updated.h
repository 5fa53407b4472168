#pragma once

#include <cstdint>
#include <optional>

#include "foundation/rpc/update_mask.h"

namespace voronka::crm {

// Throws ABORTED (STALE_ETAG) unless the resource still is what the caller has read; 0: whatever it is now.
void RequireEtag(int64_t read, int64_t present);

// What an update request makes of a resource that is locked: its next version, or nothing where all stays as it was.
template <class Resource, class Request>
std::optional<Resource> Updated(const Resource& before, const Resource& change, const Request& request) {
  RequireEtag(request.etag(), before.etag());
  Resource after = before;
  if (rpc::ApplyUpdate(change, request.update_mask(), after).empty()) return std::nullopt;
  after.set_etag(before.etag() + 1);
  return after;
}

}  // namespace voronka::crm
