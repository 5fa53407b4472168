#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "foundation/storage/select_by_ids.h"

namespace voronka::crm {

// By id.
using Names = std::unordered_map<int64_t, std::string>;

// Names of the account's resources of type M in `table`. Those that do not exist are left out.
template <class M>
Names NamesOf(rpc::Session& session, const std::string& table, const std::vector<int64_t>& ids) {
  Names names;
  for (M& named :
       storage::SelectByIds<M>(session.db, "SELECT id, name FROM " + table + " WHERE account_id = ? AND id IN ({ids})",
                               {session.account_id()}, ids)) {
    names.emplace(named.id(), std::move(*named.mutable_name()));
  }
  return names;
}

// Empty when the id is not among them.
inline std::string NameIn(const Names& names, int64_t id) {
  const auto found = names.find(id);
  return found == names.end() ? "" : found->second;
}

}  // namespace voronka::crm
