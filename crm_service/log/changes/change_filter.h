#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "foundation/rpc/calls/caller.h"
#include "foundation/storage/connection.h"
#include "voronka/crm/v1/change.pb.h"

namespace voronka::crm {

// What the reader of one stream sees of the account's changes. Later wings know; crm.cc registers it.
class ChangeFilter {
 public:
  using Changes = std::vector<std::shared_ptr<const v1::Change>>;

  virtual ~ChangeFilter() = default;
  // Drops those that are not seen, and replaces those of which less is. In order; others share the messages.
  virtual void Filter(storage::Connection& db, Changes& changes) = 0;
};

using NewChangeFilter = std::function<std::unique_ptr<ChangeFilter>(const rpc::Caller& caller)>;

}  // namespace voronka::crm
