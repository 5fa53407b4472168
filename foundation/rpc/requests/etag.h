#pragma once

#include <cstdint>
#include <optional>

#include "foundation/rpc/requests/update_mask.h"

namespace voronka::rpc {

// Throws ABORTED (STALE_ETAG) unless the resource is still the one that the caller has read. 0: any version will do.
void CheckEtag(int64_t read, int64_t present);

// The new version of a locked resource after an update request; nothing if it is unchanged. Throws STALE_ETAG.
template <class Resource, class Request>
std::optional<Resource> Updated(const Resource& before, const Resource& change, const Request& request) {
  CheckEtag(request.etag(), before.etag());
  Resource after = before;
  if (ApplyUpdate(change, request.update_mask(), after).empty()) return std::nullopt;
  return after;
}

// The same, but adds what is wrong with the update mask to `violations`. Nothing then.
template <class Resource, class Request>
std::optional<Resource> Updated(const Resource& before, const Resource& change, const Request& request,
                                Violations& violations) {
  CheckEtag(request.etag(), before.etag());
  Resource after = before;
  if (ApplyUpdate(change, request.update_mask(), after, violations).empty()) return std::nullopt;
  return after;
}

}  // namespace voronka::rpc
