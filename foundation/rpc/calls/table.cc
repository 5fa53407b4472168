#include "foundation/rpc/calls/table.h"

#include <fmt/format.h>

#include <stdexcept>

#include "voronka/options/v1/resource.pb.h"

namespace voronka::rpc {

TableStatements::TableStatements(const google::protobuf::Descriptor& resource) {
  const auto& options = resource.options().GetExtension(options::v1::resource);
  if (options.table().empty()) throw std::logic_error(resource.full_name() + " is no resource");
  table = options.table();
  name = options.name();
  exists = fmt::format("SELECT id FROM {} WHERE account_id = ? AND id = ?", table);
  find = fmt::format("SELECT {{columns}} FROM {} WHERE account_id = ? AND id = ?", table);
  lock = find + " FOR UPDATE";
  page = fmt::format("SELECT {{columns}} FROM {} WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?", table);
  remove = fmt::format("DELETE FROM {} WHERE account_id = ? AND id = ?", table);
}

}  // namespace voronka::rpc
