#include "foundation/rpc/requests/error.h"

#include <algorithm>

namespace voronka::rpc {

Error NotFound(const std::string& resource, const std::string& key) {
  std::string words = resource;
  std::ranges::replace(words, '_', ' ');
  return Error(Code::kNotFound,
               {"NOT_FOUND", "", {"There is no " + words + " " + key + ".", "Не найдено: " + words + " " + key + "."}},
               {{"resource", resource}, {"id", key}});
}

Error NotFound(const std::string& resource, int64_t id) { return NotFound(resource, std::to_string(id)); }

}  // namespace voronka::rpc
