#pragma once

#include <cstdint>
#include <optional>

#include "foundation/rpc/requests/update_mask.h"

namespace voronka::rpc {

// Throws ABORTED (STALE_ETAG) unless the resource still is what the caller has read. 0: the caller takes it as it is.
void CheckEtag(int64_t read, int64_t present);

// What an update request makes of a resource that is locked; nothing where it stays as it was. Throws STALE_ETAG.
template <class Resource, class Request>
std::optional<Resource> Updated(const Resource& before, const Resource& change, const Request& request) {
  CheckEtag(request.etag(), before.etag());
  Resource after = before;
  if (ApplyUpdate(change, request.update_mask(), after).empty()) return std::nullopt;
  return after;
}

}  // namespace voronka::rpc
