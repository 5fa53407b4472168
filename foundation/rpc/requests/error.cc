#include "foundation/rpc/requests/error.h"

#include "foundation/rpc/requests/absence.h"

namespace voronka::rpc {

Error NotFound(const std::string& resource, const std::string& key) {
  return Error(Code::kNotFound, {"NOT_FOUND", "", AbsenceOf(resource, key)}, {{"resource", resource}, {"id", key}});
}

Error NotFound(const std::string& resource, int64_t id) { return NotFound(resource, std::to_string(id)); }

}  // namespace voronka::rpc
